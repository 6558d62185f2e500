/** Longer than this, and the sync waits for whoever is to be told of it. */
const PATIENCE_MS = 5_000

/**
 * Posts plain text to a Slack-compatible address. An answer that redirects has not taken it: where to is not for it to
 * say. An address that hangs, or that nobody answers, is one where it did not arrive.
 */
export function createPostAlert(url: string, {timeout}: {timeout: number}) {
  return async function postAlert(text: string): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({text}),
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.min(timeout, PATIENCE_MS)),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }
}
