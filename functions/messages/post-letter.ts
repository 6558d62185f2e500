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

/** Longer than this, and whoever waits for the receipt of a grant is kept waiting for nothing they asked for. */
const PATIENCE_MS = 5_000

/** Hands letters to the address. What redirects elsewhere has not taken them: where to is not for it to say. */
export function createPostLetter(url: string, {timeout}: {timeout: number}) {
  return async function postLetter(letter: Letter): Promise<boolean> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(letter),
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.min(timeout, PATIENCE_MS)),
    })
    await response.body?.cancel()
    return response.ok
  }
}
