import {rulesOf} from '../automatic/rules-of.ts'
import type {Door} from '../door.ts'
import {emptyNotes, type LogNotes} from '../request-log.ts'
import type {Schools} from './sync-schools.ts'

/**
 * The schools of this installation, each reached by the function itself. Calls are counted for each school alone, and
 * in the notes for all of them.
 */
export function schoolsOf(
  door: Pick<Door, 'robot'>,
  notes: LogNotes,
  toFaultBody: Schools['toFaultBody'],
): Schools {
  return {
    toFaultBody,
    async all() {
      const {ledger} = await door.robot('sync', notes)
      return (await ledger.schools()).map(({id}) => id)
    },
    async way(school) {
      const own = partOf(notes)
      const {about, config} = await door.robot('sync', own)
      return {of: about(school), rules: rulesOf(config), toFaultBody, calls: () => own.stripeCalls}
    },
  }
}

/** Notes for a part of a request: what is counted in them is counted in the whole as well. */
function partOf(whole: LogNotes): LogNotes {
  const counted = {stripeCalls: 0, lakeCalls: 0}
  return {
    ...emptyNotes(),
    get stripeCalls() {
      return counted.stripeCalls
    },
    set stripeCalls(calls) {
      whole.stripeCalls += calls - counted.stripeCalls
      counted.stripeCalls = calls
    },
    get alertsFailed() {
      return whole.alertsFailed ?? 0
    },
    set alertsFailed(failed) {
      whole.alertsFailed = failed
    },
    get lakeCalls() {
      return counted.lakeCalls
    },
    set lakeCalls(calls) {
      whole.lakeCalls += calls - counted.lakeCalls
      counted.lakeCalls = calls
    },
  }
}
