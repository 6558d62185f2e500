/** Tells when somebody comes back to the page, or the page to the network. Returns what ends it. */
export function onWake(wake: () => void): () => void {
  const wakeIfSeen = () => {
    if (document.visibilityState === 'visible') wake()
  }
  document.addEventListener('visibilitychange', wakeIfSeen)
  globalThis.addEventListener('focus', wakeIfSeen)
  globalThis.addEventListener('online', wakeIfSeen)
  return () => {
    document.removeEventListener('visibilitychange', wakeIfSeen)
    globalThis.removeEventListener('focus', wakeIfSeen)
    globalThis.removeEventListener('online', wakeIfSeen)
  }
}
