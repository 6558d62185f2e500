import type {Facts} from '../core/contract/facts.ts'
import type {FactsState, Judge} from '../live/facts-state.ts'
import type {Watched} from './messages.ts'
import type {Stores} from './stores.ts'
import {studentStory, type StudentStory} from './student-story.ts'
import {studentView, type StudentTold} from './student-view.ts'

type StudentWatch = Watched & {student: string; judge: Judge; now: () => number}

/** Tells of one student at a school whenever something about them changes. */
export function watchStudent(
  stores: Pick<Stores, 'school' | 'student'>,
  {school, student, days, judge, now}: StudentWatch,
  tell: (told: StudentTold) => void,
): {refresh: () => void; end: () => void} {
  const askedStore = stores.student(school, student)
  const scannedStore = stores.school(school, days)
  let last: {known: Facts | null; scan: Facts | null; story: StudentStory | null} | null = null

  const tellNow = () => {
    const [asked, scanned] = [askedStore.getSnapshot(), scannedStore.getSnapshot()]
    const of = {known: factsIn(asked), scan: factsIn(scanned)}
    const isTold = last !== null && last.known === of.known && last.scan === of.scan
    // Until the student's own answer is there, a story told without it would be another one a moment later.
    const isAsking = asked.state === 'loading'
    const story = isTold ? (last?.story ?? null) : isAsking ? null : studentStory(student, of, judge)
    last = isAsking ? null : {...of, story}
    tell(studentView({asked, scanned, days, now: now(), story, isTold}))
  }
  const ends = [askedStore.subscribe(tellNow), scannedStore.subscribe(tellNow)]
  tellNow()
  return {
    refresh() {
      askedStore.refresh()
      scannedStore.refresh()
    },
    end() {
      for (const end of ends) end()
    },
  }
}

function factsIn(state: FactsState): Facts | null {
  return state.state === 'ready' ? state.facts : null
}
