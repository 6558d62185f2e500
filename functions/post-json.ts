/** Longer than this, and whoever waits for something else is kept waiting for nothing they asked for. */
const PATIENCE_MS = 5_000

/**
 * Posts JSON to an address from the settings. An answer that redirects has not taken it: where to is not for it to say.
 *
 * @param timeout milliseconds; five seconds at most
 * @returns whether it was taken; throws what `fetch` throws where nobody answers, or not in time
 */
export async function postJson(url: string, body: unknown, {timeout}: {timeout: number}): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(Math.min(timeout, PATIENCE_MS)),
  })
  await response.body?.cancel()
  return response.ok
}
