import {postJson} from '../post-json.ts'
import type {StudentMessage} from '../../plugin/core/contract/message.ts'

/** What the platform is asked to send. Asked twice with the same `payment`, it need send only once. */
export type Letter = Omit<StudentMessage, 'to'> & {
  to: string
  school: {id: string; name: string}
  /** A user document's id. */
  student: string | null
  /** A checkout session's id; null for a pass that was given without payment. */
  payment: string | null
  /** The id of the repair's record. */
  record: string
}

/** Hands letters to the address. */
export function createPostLetter(url: string, {timeout}: {timeout: number}) {
  return (letter: Letter): Promise<boolean> => postJson(url, letter, {timeout})
}
