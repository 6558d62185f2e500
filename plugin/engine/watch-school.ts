import type {Facts} from '../core/contract/facts.ts'
import {bodyOf} from '../live/fault-body.ts'
import {createDeskTeller} from './desk-news.ts'
import type {SchoolTold, Watched} from './messages.ts'
import type {Stores} from './stores.ts'

/** Tells of a school whenever something about it changes, in differences. */
export function watchSchool(
  stores: Pick<Stores, 'school'>,
  {school, days}: Watched,
  tell: (told: SchoolTold) => void,
): {refresh: () => void; end: () => void} {
  const store = stores.school(school, days)
  const news = createDeskTeller()
  let told: Facts | null = null

  const tellNow = () => {
    const state = store.getSnapshot()
    if (state.state === 'loading') tell(state)
    else if (state.state === 'failed') tell({state: 'failed', fault: bodyOf(state.fault)})
    else {
      const {
        facts,
        reconciliation,
        stale,
        asOf,
        complete,
        unchecked,
        elsewhere,
        upkeep,
        refreshing,
        progress,
      } = state
      const isSame = told === facts
      told = facts
      tell({
        state: 'ready',
        stale: stale === null ? null : bodyOf(stale),
        news: isSame ? null : news(facts, reconciliation),
        asOf,
        complete,
        unchecked,
        elsewhere,
        upkeep,
        refreshing,
        progress,
      })
    }
  }
  const end = store.subscribe(tellNow)
  tellNow()
  return {refresh: store.refresh, end}
}
