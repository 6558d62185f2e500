import {Fault} from '../../plugin/core/contract/fault.ts'
import type {MessageAnswer, MessageRequest} from '../../plugin/core/contract/message.ts'
import {noteIn} from '../../plugin/core/documents/message-note.ts'
import {nextNote} from '../../plugin/core/message/next-note.ts'
import {despiteOthers} from './despite-others.ts'
import {recordOfSchool} from './record-of-school.ts'
import type {RequestCase} from './request-case.ts'

/**
 * Notes on a repair's record that a person told its student, or that the student has confirmed it: with their own
 * token, and said twice only once.
 *
 * @throws Fault `not_found`, `invalid_request` where nothing was told that could be confirmed
 */
export async function messages(of: RequestCase, request: MessageRequest): Promise<MessageAnswer> {
  const {record} = request
  return despiteOthers({record}, async () => {
    const document = await recordOfSchool(of, record)
    const held = noteIn(document)
    const message = nextNote(held, request, of.now())
    if (message === null) {
      throw new Fault('invalid_request', 'nothing was told that could be confirmed', {record})
    }
    if (message === held) return {record, message}
    const by = {token: of.actor.token, revision: String(document['_rev'])}
    await of.messenger.lake.note({record, note: message, by})
    return {record, message}
  })
}
