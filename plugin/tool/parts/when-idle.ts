/** Where a browser does not tell when it is idle. */
const SOON_MS = 2_000

/**
 * Does one thing after the other, each when the browser has nothing else to do. Returns what ends it.
 *
 * @example useEffect(() => inTurnWhenIdle([loadDetails, loadDialogs]), [])
 */
export function inTurnWhenIdle(things: readonly (() => Promise<unknown>)[]): () => void {
  let isOver = false
  let end = () => {}
  const go = async () => {
    for (const thing of things) {
      if (isOver) return
      await new Promise<void>((resolve) => {
        end = whenIdle(resolve)
      })
      // Whoever needs it asks anew, and is told.
      await thing().catch(() => {})
    }
  }
  void go()
  return () => {
    isOver = true
    end()
  }
}

function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, SOON_MS)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act)
  return () => cancelIdleCallback(asked)
}
