import {toIso} from '../contract/instant.ts'
import {messageNote, type MessageNote} from '../contract/message.ts'
import {isShape, type Shape} from '../contract/shape.ts'

/** The `message` of a `passRepair` document. */
export type NoteField = Omit<MessageNote, 'at'> & {at: string}

export function noteField({channel, state, at}: MessageNote): NoteField {
  return {channel, state, at: toIso(at)}
}

/** The same in our words. A damaged note is no reason not to know what was repaired: it is as if nobody had told. */
export function noteIn(document: Shape): MessageNote | null {
  const field = document['message']
  if (!isShape(field)) return null
  const {at} = field
  const parsed = messageNote.safeParse({...field, at: typeof at === 'string' ? Date.parse(at) : null})
  return parsed.success ? parsed.data : null
}
