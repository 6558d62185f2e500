import type {Facts} from '../core/contract/facts.ts'
import type {FactsState, Judge} from '../live/facts-state.ts'
import type {Stores} from './stores.ts'
import {studentStory, type StudentStory} from './student-story.ts'
import {studentView, type StudentTold} from './student-view.ts'

type StudentWatch = {
  school: string
  student: string
  /** Null for a glance. */
  days: number | null
  judge: Judge
  now: () => number
}

/** Tells of one student at a school whenever something about them changes. */
export function watchStudent(
  stores: Pick<Stores, 'school' | 'student'>,
  {school, student, days, judge, now}: StudentWatch,
  tell: (told: StudentTold) => void,
): {refresh: () => void; end: () => void} {
  const askedStore = stores.student(school, student)
  const scannedStore = days === null ? null : stores.school(school, days)
  let last: {known: Facts | null; scan: Facts | null; story: StudentStory | null} | null = null
  let endScan: (() => void) | null = null

  const tellNow = () => {
    const [asked, scanned] = [askedStore.getSnapshot(), scannedStore?.getSnapshot() ?? null]
    const of = {known: factsIn(asked), scan: factsIn(scanned)}
    const isTold = last !== null && last.known === of.known && last.scan === of.scan
    // Until the student's own answer is there, a story told without it would be another one a moment later.
    const isAsking = asked.state === 'loading'
    const story = isTold ? (last?.story ?? null) : isAsking ? null : studentStory(student, of, judge)
    last = isAsking ? null : {...of, story}
    tell(studentView({asked, scanned, days, now: now(), story, isTold}))
  }
  const hearAsked = () => {
    tellNow()
    // Begun beside it, ten thousand payments of the school would be read and judged before the few of the student.
    if (askedStore.getSnapshot().state !== 'loading') endScan ??= scannedStore?.subscribe(tellNow) ?? null
  }
  const endAsked = askedStore.subscribe(hearAsked, {isGlance: days === null})
  hearAsked()
  return {
    refresh() {
      askedStore.refresh()
      if (endScan !== null) scannedStore?.refresh()
    },
    end() {
      endAsked()
      endScan?.()
    },
  }
}

function factsIn(state: FactsState | null): Facts | null {
  return state?.state === 'ready' ? state.facts : null
}
