import type {Facts} from '../core/contract/facts.ts'
import {bodyOf} from '../live/fault-body.ts'
import {createDeskTeller} from './desk-news.ts'
import type {SchoolTold} from './messages.ts'
import type {Stores} from './stores.ts'

/** What is said beside the news. */
type Head = Omit<Extract<SchoolTold, {state: 'ready'}>, 'news'>

/** Tells of a school whenever something about it changes, in differences. */
export function watchSchool(
  stores: Pick<Stores, 'school'>,
  {school, days}: {school: string; days: number},
  tell: (told: SchoolTold) => void,
): {refresh: () => void; end: () => void} {
  const store = stores.school(school, days)
  let head: Head | null = null
  const tellDesk = createDeskTeller((news) => {
    if (head !== null) tell({...head, news})
  })
  let told: Facts | null = null

  const tellNow = () => {
    const state = store.getSnapshot()
    if (state.state === 'loading') tell(state)
    else if (state.state === 'failed') tell({state: 'failed', fault: bodyOf(state.fault)})
    else {
      const {facts, judged, asOf, complete, unchecked, elsewhere, upkeep, refreshing, progress} = state
      const stale = state.stale === null ? null : bodyOf(state.stale)
      head = {state: 'ready', stale, asOf, complete, unchecked, elsewhere, upkeep, refreshing, progress}
      if (told === facts) tell({...head, news: null})
      else {
        told = facts
        tellDesk(facts, judged)
      }
    }
  }
  const end = store.subscribe(tellNow)
  tellNow()
  return {refresh: store.refresh, end}
}
