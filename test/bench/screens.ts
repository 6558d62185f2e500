import {launchChromium} from '../e2e/chromium.ts'
import {type MeasuredPage, openMeasured, paintedAt, scrollThrough, settle, typeInto} from './screens-page.ts'
import {screensSchool} from './screens-school.ts'
import {measureSizes} from './screens-size.ts'
import {BASELINE_INSPECTOR, BASELINE_STUDENT} from './studio/baseline-inspector.ts'
import {buildScreensStudio, FACTS, type ReplayedStudio, startReplayed} from './screens-studio.ts'

const ENTRIES = 10_000
const RUNS = 3
/** Finds some, then nobody, then one student's, letter by letter. */
const TYPED = 'student 12 clip card nobody at all drop in class student 1999'
const ROW = '[data-row-button]'
const LIST_FRAME = '#passes-list'
const INSPECTOR = 'Passes & payments'
const INSPECTOR_FRAME = '#passes-inspector'
const VERDICT = '[data-entry] [data-ui=Badge]'
const NOTHING = '[data-baseline]'

export type ScreensFigures = {
  /** From the first bytes of the school's facts to the first rows, in a list that waits for them; the median of three. */
  firstRowsMs: number
  /**
   * The same where the facts are there before the Studio has started. No school's are, and what a Studio does besides
   * takes as long: it works out the hour in every time zone of the world.
   */
  firstRowsAtStartMs: number
  /** Typing into the filter, from a key to the next paint: 98 of 100 are no slower. */
  interactionP98Ms: number
  /** The same, typing into a field of an empty tool of the same Studio. */
  baselineP98Ms: number
  /** Scrolling through all rows; 0 where no task took 50 ms. */
  longestTaskMs: number
  /** The same, scrolling an empty page as long. */
  baselineLongestTaskMs: number
  /** The most rows in the page while scrolling through all. */
  domRows: number
  /** How often React wrote to the page for one key in the filter. */
  commitsPerKey: number
  /** From the first bytes of a student's facts to the first verdict in an inspector that waits for them; the median of three. */
  inspectorMs: number
  /** From the click that opens an inspector to its first verdict, where a badge had the facts read. */
  inspectorClickMs: number
  /** The same click, to the one line of an inspector with nothing in it: what a Studio takes to open any. */
  baselineInspectorClickMs: number
  /** What the plugin adds to the start of a Studio, with what it says there. */
  startGzipBytes: number
  /** What opening the tool loads, without sanity, react and @sanity/ui. */
  toolGzipBytes: number
}

/** Measures the screens on a school with 10,000 payments in 90 days, in Chromium slowed down four times. */
export async function benchScreens(): Promise<ScreensFigures> {
  const school = screensSchool({entries: ENTRIES, students: 2_000, ofOne: 200})
  const studio = await buildScreensStudio()
  const sizes = await measureSizes()
  const replayed = await startReplayed(school, studio)
  const {demo, student} = replayed
  const browser = await launchChromium()
  const token = school.people[0]?.token ?? ''
  const open = (path: string) => openMeasured(browser, `${demo.url}${path}`, token)
  const shownAfter = (what: Shown) => medianOf(() => timeOf(what, {replayed, open}))
  try {
    const list = {path: '/passes', selector: ROW, answer: FACTS}
    const firstRowsMs = await shownAfter({...list, frame: LIST_FRAME})
    const firstRowsAtStartMs = await shownAfter(list)
    const document = `/structure/user;${school.busiest}`
    const inspectorMs = await shownAfter({
      path: `${document},inspect=passes`,
      frame: INSPECTOR_FRAME,
      selector: VERDICT,
      answer: student,
    })
    const inspectorClickMs = await shownAfter({path: document, button: INSPECTOR, selector: VERDICT})
    const baselineInspectorClickMs = await shownAfter({
      path: `/structure/user;${BASELINE_STUDENT}`,
      button: BASELINE_INSPECTOR,
      selector: NOTHING,
    })
    const empty = await open('/empty')
    const baseline = await typeInto(empty.page, 'Nothing', TYPED)
    await settle(empty.page)
    const still = await scrollThrough(empty.page, '#empty-scroll')
    await empty.close()

    const all = await open('/passes?passes[tab]=all')
    await paintedAt(all.page, ROW)
    await settle(all.page)
    const scrolled = await scrollThrough(all.page, '[data-rows]')
    const typed = await typeInto(all.page, 'Name, email, pass or payment id', TYPED)
    await all.close()
    return {
      firstRowsMs,
      firstRowsAtStartMs,
      interactionP98Ms: typed.p98,
      baselineP98Ms: baseline.p98,
      longestTaskMs: scrolled.longestTask,
      baselineLongestTaskMs: still.longestTask,
      domRows: scrolled.rows,
      commitsPerKey: typed.commitsPerKey,
      inspectorMs,
      inspectorClickMs,
      baselineInspectorClickMs,
      startGzipBytes: sizes.start,
      toolGzipBytes: sizes.tool,
    }
  } finally {
    await browser.close()
    await demo.close()
  }
}

type Shown = {
  path: string
  /** What has to be clicked first, once the page has nothing more to do. */
  button?: string
  /** What waits for the answer, which is held back until the page has nothing more to do. */
  frame?: string
  selector: string
  /** Where the function is asked for what is shown, if it is. */
  answer?: string
}
type Around = {replayed: ReplayedStudio; open: (path: string) => Promise<MeasuredPage>}

/** From the answer's first bytes, or the click, to what is shown of it. */
async function timeOf(what: Shown, {replayed, open}: Around): Promise<number> {
  const {path, button, frame, selector, answer} = what
  replayed.forget()
  const release = frame !== undefined && answer !== undefined ? replayed.hold(answer) : null
  const {page, close} = await open(path)
  if (frame !== undefined) {
    await page.locator(frame).waitFor()
    await settle(page)
    release?.()
  }
  if (button !== undefined) {
    const opener = page.getByRole('button', {name: button}).first()
    await opener.waitFor()
    await settle(page)
    await opener.click()
  }
  const painted = await paintedAt(page, selector)
  const begun =
    answer === undefined ? await page.evaluate(() => window.measured.clickedAt) : replayed.answeredAt(answer)
  await close()
  return painted - begun
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await measure())
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
}
