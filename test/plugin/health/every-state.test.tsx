import {fireEvent, screen, within} from '@testing-library/react'
import type {ReactNode} from 'react'
import {expect, test} from 'vitest'
import {
  CHECK_STATES,
  FINDINGS,
  WHY_UNKNOWN,
  type CheckId,
  type Finding,
} from '../../../plugin/core/contract/finding.ts'
import type {HealthCheck, HealthDay} from '../../../plugin/core/contract/health.ts'
import type {PurchaseAnswer, PurchaseStep} from '../../../plugin/core/contract/purchase.ts'
import {NOT_DONE, type NotDone, PURCHASE_STEPS} from '../../../plugin/core/contract/purchase-steps.ts'
import type {School} from '../../../plugin/core/contract/school.ts'
import {healthWords} from '../../../plugin/core/words/health.ts'
import {show} from '../support/show.tsx'
import {CheckGroup} from '../../../plugin/tool/health/CheckGroup.tsx'
import {CheckItem} from '../../../plugin/tool/health/CheckItem.tsx'
import {FailureList} from '../../../plugin/tool/health/FailureList.tsx'
import {SalesLines} from '../../../plugin/tool/health/SalesLines.tsx'
import {EventTable} from '../../../plugin/tool/health/EventTable.tsx'
import {DayPlots} from '../../../plugin/tool/health/plots/DayPlots.tsx'
import {PurchaseProgress} from '../../../plugin/tool/health/purchase/PurchaseProgress.tsx'

const school: School = {
  id: 'school-fjord',
  name: 'Fjord Dance Studio',
  slug: 'fjord',
  accounts: ['acct_1'],
  currency: 'nok',
  timeZone: 'Europe/Oslo',
  country: 'NO',
  contactEmail: null,
}
const AT = Date.parse('2026-03-10T11:00:00Z')
const LINK = 'https://dashboard.stripe.com/somewhere'
/** Something for each place that any sentence has: a moment, a number, or a list. */
const PLACES = new Set(
  Object.values(healthWords).flatMap((words) =>
    [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name),
  ),
)
const NUMBERS: ReadonlySet<string> = new Set(['count', 'days', 'paid', 'of'])
const FACTS: HealthCheck['facts'] = {
  ...Object.fromEntries(
    [...PLACES].map((name) => [name, name.endsWith('At') ? AT : NUMBERS.has(name) ? 2 : ['one', 'other']]),
  ),
  passIds: ['pass-1', 'pass-2'],
}

function isFinding(key: string): key is Finding {
  return Object.hasOwn(FINDINGS, key)
}
const found = Object.keys(FINDINGS)
  .filter(isFinding)
  .map((finding): HealthCheck => {
    const {check: id, state, remedy} = FINDINGS[finding]
    return {id, state, finding, facts: FACTS, remedy, setting: null, link: remedy === null ? null : LINK}
  })
const unknown = Object.entries(WHY_UNKNOWN).map(([why, remedy]): HealthCheck => {
  const id: CheckId = 'deliveries'
  return {
    id,
    state: 'unknown',
    finding: 'cannot_tell',
    facts: {...FACTS, why},
    remedy,
    setting: null,
    link: null,
  }
})

const DAY: HealthDay = {
  day: '2026-03-09',
  sales: {paid: 3, granted: 2},
  deliveries: {taken: 2, failed: 1},
  pending: 0,
}
const days: HealthDay[] = [
  {...DAY, day: '2026-03-08', sales: null, deliveries: null, pending: null},
  DAY,
  {...DAY, day: '2026-03-10', pending: null},
]

function step(name: PurchaseStep['step'], words: Partial<PurchaseStep> = {}): PurchaseStep {
  return {step: name, state: 'later', at: null, from: null, why: null, detail: null, link: null, ...words}
}
const done = (name: PurchaseStep['step']) => step(name, {state: 'done', from: AT, at: AT + 400})
function watched(steps: PurchaseStep[], isWatching: boolean, words: Partial<PurchaseAnswer> = {}) {
  const payment = {
    id: 'cs_1',
    amount: {minor: 25_000, currency: 'nok'},
    pass: {id: 'pass-1', name: ' Trial '},
  }
  const answer: PurchaseAnswer = {
    school: school.id,
    since: AT,
    asOf: AT,
    live: true,
    payment,
    student: 'student-1',
    entitlement: null,
    steps,
    ...words,
  }
  return {pass: null, answer, fault: null, isWatching}
}
function isReason(why: string): why is NotDone {
  return Object.hasOwn(NOT_DONE, why)
}
const STEPS = Object.fromEntries(
  Object.keys(NOT_DONE)
    .filter(isReason)
    .map((why) => {
      const detail = why === 'not_shown' ? 'active' : 'its cause'
      return [why, [step(NOT_DONE[why], {state: 'stuck', why, detail, link: LINK})]]
    }),
)
const OVER = {
  done: watched(PURCHASE_STEPS.map(done), false),
  mended: watched(
    PURCHASE_STEPS.map((name) =>
      name === 'delivered' ? step(name, {state: 'stuck', why: 'not_taken'}) : done(name),
    ),
    false,
  ),
  stuck: watched([done('paid'), step('delivered', {state: 'stuck', why: 'not_told'})], false),
  nobody: watched([step('paid', {state: 'waiting', why: 'not_bought'})], false, {payment: null}),
}

const checks = [...found, ...unknown]
const nameOf = ({finding, facts}: HealthCheck) =>
  finding === 'cannot_tell' ? `why ${String(facts['why'])}` : finding

/** Each of many, under a name by which it is found without asking every element of the page for its own. */
function Each({all}: {all: Record<string, ReactNode>}) {
  return Object.entries(all).map(([name, one]) => (
    <div key={name} id={name}>
      {one}
    </div>
  ))
}
function shown(name: string): HTMLElement {
  const element = document.getElementById(name)
  if (element === null) throw new Error(`nothing shows ${name}`)
  return element
}
const stripeLinks = (element: HTMLElement) => element.querySelectorAll(`a[href="${LINK}"][rel~=noopener]`)

test.each(['en', 'nb'] as const)(
  'Whatever Health can find is said in words, with every value in place, what to do and a way there: %s.',
  async (language) => {
    const all = checks.map((check) => [nameOf(check), <CheckItem key="one" check={check} school={school} />])
    await show(<Each all={Object.fromEntries(all)} />, {language})
    for (const check of checks) {
      const name = nameOf(check)
      const item = shown(name)
      expect.soft(item.querySelectorAll('h3'), name).toHaveLength(1)
      expect.soft(item.textContent, name).not.toMatch(/\{\{|health\.(finding|why|remedy|check)|undefined/)
      // The icon, the title, the sentence, and what to do where there is something.
      const texts = item.querySelectorAll('li > * > [data-ui="Stack"] > [data-ui="Text"]')
      expect.soft(texts, name).toHaveLength(check.remedy === null ? 2 : 3)
      expect.soft(stripeLinks(item), name).toHaveLength(check.link === null ? 0 : 1)
    }
  },
)

test('Each state has its own heading, with how many there are.', async () => {
  await show(
    CHECK_STATES.map((state) => (
      <CheckGroup
        key={state}
        state={state}
        checks={checks.filter((check) => check.state === state).slice(0, 1)}
        school={school}
      />
    )),
  )
  const names = screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))
  expect(names).toEqual(['In order (1)', 'Worth a look (1)', 'Needs mending (1)', 'Can’t tell (1)'])
})

test('What could not be read is said to be so, and never shown as nothing.', async () => {
  await show(
    <>
      <SalesLines sales={null} />
      <FailureList failures={[{cause: 'unfinished', count: 2, lastAt: AT}]} school={school} />
      <EventTable events={null} school={school} />
    </>,
  )
  const unread = 'This could not be read. Above stands why.'
  expect(screen.getByRole('region', {name: 'Sales and their passes'}).textContent).toContain(unread)
  expect(screen.getByRole('region', {name: 'The last things that Stripe told'}).textContent).toContain(unread)
  expect(screen.getByText(/^Begun and never finished: 2/)).toBeTruthy()
})

test('A day that could not be read is a gap in the plot: by a texture of its own, in words and in the table.', async () => {
  await show(<DayPlots days={days} />)
  const plot = within(screen.getByRole('region', {name: 'Events from Stripe per day'}))
  const slider = plot.getByRole('slider')
  const said = (value: string) => {
    fireEvent.change(slider, {target: {value}})
    return slider.getAttribute('aria-valuetext')
  }
  expect(said('0')).toMatch(/: Could not be read$/)
  expect(said('1')).toMatch(/: Taken 2 · Failed 1 · Not taken yet 0$/)
  expect(said('2')).toMatch(/: Taken 2 · Failed 1 · Not taken yet not known$/)
  expect(slider.parentElement?.querySelectorAll('svg rect[fill$="-unknown)"]')).toHaveLength(1)
  fireEvent.click(plot.getByRole('button', {name: 'Show as a table'}))
  const rows = plot.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map(({textContent}) => textContent),
  )
  expect(rows).toEqual([
    [],
    ['2', '1', 'not known'],
    ['2', '1', '0'],
    ['not known', 'not known', 'not known'],
  ])
})

test('In Norwegian a day and its numbers are said as Norwegians say them.', async () => {
  await show(<DayPlots days={days} />, {language: 'nb'})
  expect(
    screen.getByText('tir. 10. mars: Mottatt: 2 · Mislyktes: 1 · Ikke mottatt ennå: ikke kjent'),
  ).toBeTruthy()
})

test.each(['en', 'nb'] as const)(
  'Whatever a purchase waits for is said, and what to do where it is stuck: %s.',
  async (language) => {
    const all = Object.entries(STEPS).map(([why, steps]) => [
      why,
      <PurchaseProgress key="one" watched={watched(steps, true)} passes={[]} school={school} />,
    ])
    await show(<Each all={Object.fromEntries(all)} />, {language})
    const {stuck, hidden} = {
      en: {stuck: 'Stuck', hidden: 'does not show it. It is switched off.'},
      nb: {stuck: 'Står fast', hidden: 'viser det ikke. Det er slått av.'},
    }[language]
    for (const why of Object.keys(STEPS)) {
      expect.soft(shown(why).textContent, why).not.toMatch(/\{\{|(purchase|answers)\.\w|undefined/)
      expect.soft(shown(why).textContent, why).toContain(stuck)
      expect.soft(stripeLinks(shown(why)), why).toHaveLength(1)
    }
    expect(shown('not_shown').textContent).toContain(hidden)
  },
)

test.each([
  ['done', /^It works: the student sees the pass under a second after paying\.$/],
  ['mended', /^The student sees the pass, but no webhook granted it/],
  ['stuck', /^After 20 minutes it is still not done/],
  ['nobody', /^Nobody bought anything/],
] as const)('A watching that is over says how it ended: %s.', async (name, words) => {
  await show(<PurchaseProgress watched={OVER[name]} passes={[]} school={school} />)
  expect(screen.getByRole('status').textContent).toMatch(words)
})
