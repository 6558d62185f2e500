import type {Facts} from '../core/contract/facts.ts'
import type {Fault} from '../core/contract/fault.ts'
import type {Instant} from '../core/contract/instant.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import {asFault} from '../live/as-fault.ts'
import {bodyOf} from '../live/fault-body.ts'
import type {Lake} from '../live/lake.ts'
import {createCalls} from './calls.ts'
import type {Setting, ToEngine, ToPage} from './messages.ts'
import {createPageQuestions} from './page-questions.ts'
import type {Ask} from './questions.ts'
import type {EngineLine, LineOptions} from './start-engine.ts'

/** What an engine needs of its page. */
export type PageOptions = {
  start: (options: LineOptions) => EngineLine
  /** The function's whole web address. */
  endpoint: string
  /** The fingerprint of the school's own schema. */
  schema: string
  /** The signed-in person's token, asked for at every call. */
  token: () => Promise<string | null>
  lake: Lake
  onWake: (wake: () => void) => () => void
  /** What judging depends on, as far as it is known now. */
  setting: () => Setting
  now: () => Instant
}

type Told = Extract<ToPage, {say: 'school' | 'student'}>

export type PageLine = {
  post: (message: ToEngine) => void
  judge: (facts: Facts) => Promise<Reconciliation>
  ask: Ask
}

/** An engine of one page, which answers what the engine asks. */
export function openLine(
  {start, endpoint, schema, token, lake, onWake, setting, now}: PageOptions,
  {onTold, onBroken}: {onTold: (told: Told) => void; onBroken: (fault: Fault) => void},
): PageLine {
  const judgements = createCalls<Reconciliation>()
  const questions = createPageQuestions((message) => line.post(message))
  let endListening: () => void = () => undefined

  const answer = async (call: number, asked: Promise<unknown>) => {
    const message = await asked.then(
      (value): ToEngine => ({say: 'answer', call, value}),
      (error: unknown): ToEngine => ({say: 'no answer', call, fault: bodyOf(asFault(error))}),
    )
    line.post(message)
  }
  const hear = (message: ToPage): void => {
    switch (message.say) {
      case 'ready':
        break
      case 'school':
      case 'student':
        onTold(message)
        break
      case 'answered':
      case 'row':
      case 'refused':
        questions.hear(message)
        break
      case 'judged':
        judgements.answer(message.call, message.judged)
        break
      case 'listen':
        endListening()
        endListening = message.on ? lake.listen((event) => line.post({say: 'heard', event})) : () => undefined
        break
      case 'token?':
        void answer(message.call, token())
        break
      case 'document?':
        void answer(message.call, lake.document(message.id))
        break
    }
  }
  const line = start({
    hear,
    onBroken(fault) {
      endListening()
      endWaking()
      judgements.refuseAll(fault)
      questions.refuseAll(fault)
      onBroken(fault)
    },
  })
  const endWaking = onWake(() => line.post({say: 'wake'}))
  line.post({say: 'begin', endpoint, schema, now: now()})
  return {
    post: (message) => line.post(message),
    ask: questions.ask,
    judge(facts) {
      line.post({say: 'setting', setting: setting()})
      return judgements.ask((call) => line.post({say: 'judge', call, facts}))
    },
  }
}
