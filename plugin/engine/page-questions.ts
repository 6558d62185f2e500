import {faultOf} from '../api/fault-of.ts'
import type {BatchRow} from '../api/send-batch.ts'
import type {Fault} from '../core/contract/fault.ts'
import {counter, createCalls} from './calls.ts'
import type {
  Answered,
  Ask,
  Asked,
  AskOptions,
  FromAnswerer,
  Question,
  Questions,
  ToAnswerer,
} from './questions.ts'

type Line<Name extends Question> = Omit<ReturnType<typeof createCalls<Questions[Name]['answer']>>, 'ask'> & {
  ask: (asks: Questions[Name]['asks'], options?: AskOptions) => Promise<Questions[Name]['answer']>
}

export type PageQuestions = {
  ask: Ask
  /** To be called with what is said about them. */
  hear: (message: FromAnswerer) => void
  /** Nobody will answer any more. */
  refuseAll: (fault: Fault) => void
}

/** What a page asks over a line, and what becomes of it. */
export function createPageQuestions(post: (message: ToAnswerer) => void): PageQuestions {
  const rows = new Map<number, (row: BatchRow) => void>()
  const number = counter()

  const lineOf = <Name extends Question>(carry: (asks: Questions[Name]['asks']) => Asked): Line<Name> => {
    const calls = createCalls<Questions[Name]['answer']>(number)
    return {
      ...calls,
      async ask(asks, {signal, onRow} = {}) {
        signal?.throwIfAborted()
        let takeBack = () => {}
        let end = () => {}
        const answer = calls.ask((call) => {
          takeBack = () => {
            post({say: 'take back', call})
            calls.refuse(call, signal?.reason)
          }
          end = () => rows.delete(call)
          if (onRow) rows.set(call, onRow)
          post({say: 'ask', call, ...carry(asks)})
        })
        signal?.addEventListener('abort', takeBack)
        try {
          return await answer
        } finally {
          signal?.removeEventListener('abort', takeBack)
          end()
        }
      },
    }
  }
  const lines: {[Name in Question]: Line<Name>} = {
    schools: lineOf<'schools'>((asks) => ({name: 'schools', asks})),
    overview: lineOf<'overview'>((asks) => ({name: 'overview', asks})),
    payment: lineOf<'payment'>((asks) => ({name: 'payment', asks})),
    health: lineOf<'health'>((asks) => ({name: 'health', asks})),
    notices: lineOf<'notices'>((asks) => ({name: 'notices', asks})),
    purchase: lineOf<'purchase'>((asks) => ({name: 'purchase', asks})),
    preview: lineOf<'preview'>((asks) => ({name: 'preview', asks})),
    repair: lineOf<'repair'>((asks) => ({name: 'repair', asks})),
    previews: lineOf<'previews'>((asks) => ({name: 'previews', asks})),
    batch: lineOf<'batch'>((asks) => ({name: 'batch', asks})),
    undoPreview: lineOf<'undoPreview'>((asks) => ({name: 'undoPreview', asks})),
    undo: lineOf<'undo'>((asks) => ({name: 'undo', asks})),
    remark: lineOf<'remark'>((asks) => ({name: 'remark', asks})),
    message: lineOf<'message'>((asks) => ({name: 'message', asks})),
    records: lineOf<'records'>((asks) => ({name: 'records', asks})),
  }
  const take = <Name extends Question>(call: number, {name, answer}: Answered<Name>) =>
    lines[name].answer(call, answer)

  return {
    ask: (name, asks, options) => lines[name].ask(asks, options),
    hear(message) {
      if (message.say === 'answered') take(message.call, message)
      else if (message.say === 'row') rows.get(message.call)?.(message.row)
      else lines[message.name].refuse(message.call, faultOf(message.fault))
    },
    refuseAll(fault) {
      for (const line of Object.values(lines)) line.refuseAll(fault)
    },
  }
}
