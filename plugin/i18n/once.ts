/**
 * Loads something when it is first asked for, and once. When it has come, React's `use` reads it without waiting: whoever
 * waits, if only for a moment, waits for the 300 ms too that React leaves between two things that were waited for.
 *
 * @example const later = once(() => import('./later-en.ts')); use(later())
 */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined
  return () => {
    if (asked === undefined) {
      const coming = load()
      asked = coming
      // Whoever needs what does not come is told so by `use`.
      coming.then(
        (value) => Object.assign(coming, {status: 'fulfilled', value}),
        () => {},
      )
    }
    return asked
  }
}
