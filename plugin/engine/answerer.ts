import type {Api} from '../api/api.ts'
import {asFault} from '../live/as-fault.ts'
import {bodyOf} from '../live/fault-body.ts'
import {answerQuestion} from './answer-question.ts'
import type {Asked, FromAnswerer, ToAnswerer} from './questions.ts'

/** Answers what a page asks, each by itself, until the page takes it back. */
export function createAnswerer(
  api: () => Api,
  post: (message: FromAnswerer) => void,
): (message: ToAnswerer) => void {
  const open = new Map<number, AbortController>()

  const answer = async (call: number, asked: Asked): Promise<void> => {
    const given = new AbortController()
    open.set(call, given)
    const {signal} = given
    try {
      const onRow: Parameters<typeof answerQuestion>[2]['onRow'] = (row) => post({say: 'row', call, row})
      const answered = await answerQuestion(api(), asked, {signal, onRow})
      if (!signal.aborted) post({say: 'answered', call, ...answered})
    } catch (error) {
      if (!signal.aborted) post({say: 'refused', call, name: asked.name, fault: bodyOf(asFault(error))})
    } finally {
      open.delete(call)
    }
  }
  return (message) => {
    if (message.say === 'ask') void answer(message.call, message)
    else open.get(message.call)?.abort()
  }
}
