import type {Instant} from '../contract/instant.ts'
import type {MessageNote, MessageRequest} from '../contract/message.ts'

/**
 * What a record says of its message after a person has said something of it. Said twice it stays as it is, and what the
 * student has confirmed stays confirmed. Null: nothing was told that could be confirmed.
 */
export function nextNote(held: MessageNote | null, said: MessageRequest, at: Instant): MessageNote | null {
  if (held?.state === 'confirmed') return held
  if (said.state === 'told') {
    const isSaid = held?.state === 'told' && held.channel === said.channel
    return isSaid ? held : {channel: said.channel, state: 'told', at}
  }
  if (held === null || held.state === 'held_back') return null
  return {channel: held.channel, state: 'confirmed', at}
}
