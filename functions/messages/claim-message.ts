import type {MessageNote} from '../../plugin/core/contract/message.ts'
import {WriteConflict} from '../ports.ts'
import type {RequestCase} from '../handlers/request-case.ts'

/** Enough for any honest day, and few enough to notice before a school's students are all written to. */
const A_DAY = 50
// Four rows of a batch may claim at once, and so may another instance.
const ATTEMPTS = 12

/**
 * Notes on the record, and in the school's book of today, that a message is being sent: of all that would send it for
 * the same payment, one may.
 *
 * @returns what stands on the record now: `sending`, or `held_back` where enough were sent today; null where it is sent
 *   by somebody else
 */
export async function claimMessage(
  {messenger: {lake}, school, now}: Pick<RequestCase, 'messenger' | 'school' | 'now'>,
  {record, subject}: {record: string; subject: string},
): Promise<MessageNote | null> {
  return attempt(1)

  async function attempt(nth: number): Promise<MessageNote | null> {
    const at = now()
    const {state: book, revision} = await lake.book(school, at)
    if (book.sentFor.includes(subject)) return null
    const isFull = book.sentFor.length >= A_DAY
    const note = {channel: 'webhook', state: isFull ? 'held_back' : 'sending', at} as const
    if (isFull) {
      await lake.note({record, note})
      return note
    }
    try {
      const state = {...book, sentFor: [...book.sentFor, subject]}
      await lake.note({record, note, book: {state, revision}})
      return note
    } catch (error) {
      if (error instanceof WriteConflict && nth < ATTEMPTS) return attempt(nth + 1)
      throw error
    }
  }
}
