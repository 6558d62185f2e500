import type {PassesSession} from './passes-session.ts'

/**
 * One thing a session and names, made when somebody first asks for it and kept as long as the page. Its code comes with
 * whoever asks: a session itself brings only what the first screen needs.
 *
 * @example const purchaseOf = perSession((session, school: string) => createPurchaseWatch(…))
 */
export function perSession<Names extends readonly (string | null)[], Thing>(
  make: (session: PassesSession, ...names: Names) => Thing,
): (session: PassesSession, ...names: Names) => Thing {
  const made = new WeakMap<PassesSession, Map<string, Thing>>()
  return (session, ...names) => {
    const known = made.get(session) ?? new Map<string, Thing>()
    made.set(session, known)
    const key = JSON.stringify(names)
    const thing = known.get(key) ?? make(session, ...names)
    known.set(key, thing)
    return thing
  }
}
