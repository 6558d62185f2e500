import {createApi, type Api} from '../api/api.ts'
import type {Far} from '../api/send.ts'
import type {Facts} from '../core/contract/facts.ts'
import {judgeSchool} from '../core/reconcile/judge-school.ts'
import {reconcile} from '../core/reconcile/reconcile.ts'
import {createAnswerer} from './answerer.ts'
import type {JudgeSchool} from '../live/facts-state.ts'
import type {Setting, ToEngine, ToPage} from './messages.ts'
import {createPagePort} from './page-port.ts'
import {createStores} from './stores.ts'
import {watchSchool} from './watch-school.ts'
import {watchStudent} from './watch-student.ts'

type Watch = {refresh: () => void; end: () => void}

/**
 * Reads facts, keeps them true and judges them, away from the page that shows them. Asks the page for what only a
 * page has.
 *
 * @param reach how the function is reached, where not by the network; given by tests
 * @returns what is to be called with each message of the page
 */
export function createEngine(
  post: (message: ToPage) => void,
  reach: Pick<Far, 'fetch' | 'wait'> = {},
): (message: ToEngine) => void {
  const watches = new Map<number, Watch>()
  const page = createPagePort(post)
  let skew = 0
  let setting: Setting = {application: null}
  let api: Api | null = null
  const now = () => Date.now() + skew
  const judge = (facts: Facts) => reconcile(facts, {now: now(), ...setting})
  const judgeAgain: JudgeSchool = (facts, before) => {
    const options = {now: now(), ...setting}
    return before?.revise(facts, options) === true ? before : judgeSchool(facts, options)
  }
  const begun = () => {
    if (api === null) throw new Error('an engine was asked before it was begun')
    return api
  }
  const answer = createAnswerer(begun, post)
  const stores = createStores({
    api: begun,
    judge: judgeAgain,
    now,
    lake: page.lake,
    onWake: page.onWake,
  })
  const watch = ({id, what}: Extract<ToEngine, {say: 'watch'}>): Watch => {
    if (what.student === null) return watchSchool(stores, what, (told) => post({say: 'school', id, told}))
    return watchStudent(stores, {...what, judge, now}, (told) => post({say: 'student', id, told}))
  }

  return (message) => {
    switch (message.say) {
      case 'begin':
        skew = message.now - Date.now()
        api = createApi({...reach, endpoint: message.endpoint, schema: message.schema, token: page.token})
        post({say: 'ready'})
        break
      case 'setting':
        setting = message.setting
        break
      case 'watch':
        watches.set(message.id, watch(message))
        break
      case 'unwatch':
        watches.get(message.id)?.end()
        watches.delete(message.id)
        break
      case 'refresh':
        watches.get(message.id)?.refresh()
        break
      case 'apply':
        stores.apply(message.school, message.receipt)
        break
      case 'ask':
      case 'take back':
        answer(message)
        break
      case 'judge':
        post({say: 'judged', call: message.call, judged: judge(message.facts)})
        break
      case 'heard':
      case 'wake':
      case 'answer':
      case 'no answer':
        page.hear(message)
        break
    }
  }
}
