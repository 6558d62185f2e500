/** Where a browser does not tell when it is idle. */
const SOON_MS = 2_000

/**
 * Does one thing after the other, each when the browser has nothing else to do, as long as they succeed: what did not
 * load once, some browsers never ask for again on the same page. Returns what ends it.
 *
 * @example useEffect(() => inTurnWhenIdle([loadDetails, loadDialogs]), [])
 */
export function inTurnWhenIdle(things: readonly (() => Promise<unknown>)[]): () => void {
  let isOver = false
  let end = () => {}
  const go = async () => {
    for (const thing of things) {
      if (isOver || !navigator.onLine) return
      await new Promise<void>((resolve) => {
        end = whenIdle(resolve)
      })
      await thing()
    }
  }
  // Whoever opens it asks for it again, and is told.
  go().catch(() => {})
  return () => {
    isOver = true
    end()
  }
}

/** Does something when the browser has nothing else to do. Returns what keeps it from being done. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, SOON_MS)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act)
  return () => cancelIdleCallback(asked)
}
