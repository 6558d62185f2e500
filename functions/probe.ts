import type {Probe} from './health-ports.ts'

const LONGEST = 5_000

/**
 * Makes the request by which Health sees whether an endpoint redirects. It is a plain GET, so that no webhook takes
 * it for an event; nothing is sent along, nothing followed, and of the answer only the status is read.
 */
export function createProbe({timeout}: {timeout: number}): Probe {
  return async (url) => {
    try {
      const answer = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.min(timeout, LONGEST)),
      })
      await answer.body?.cancel()
      return answer.status
    } catch {
      // Nobody there, or nobody in time: an outcome that is told, not a failure of ours.
      return null
    }
  }
}
