import type {MessageNote, MessageRequest, MessageSetup} from '../core/contract/message.ts'
import {OWN_SETUP} from '../core/message/templates.ts'
import {usePasses} from './passes-context.ts'
import {useSchools} from './use-schools.ts'

export type Messages = {
  /** What messages are made from: the function's, so that both ends say the same. */
  setup: MessageSetup
  /** Notes on a record that the student was told, or has confirmed it. */
  note: (request: MessageRequest) => Promise<MessageNote>
}

/**
 * What a school's students are told.
 *
 * @example const {setup, note} = useMessages(school.id)
 */
export function useMessages(school: string): Messages {
  const {ask} = usePasses()
  const schools = useSchools()
  return {
    setup: (schools.state === 'ready' ? schools.messages : undefined) ?? OWN_SETUP,
    async note(body) {
      const {message} = await ask('message', {school, body})
      return message
    },
  }
}
