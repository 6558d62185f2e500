/** Makes the next identifier with a prefix: `ids('pi', 24)` is `pi_` and 24 letters and digits. */
export type Ids = (prefix: string, length?: number) => string

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Identifiers that look like Stripe's and are the same on every run: the same seed text gives the same
 * sequence, so that fixtures, screenshots and failures can be compared between machines.
 *
 * @example
 * const ids = createIds('demo school')
 * ids('ch') // 'ch_3' and 23 more, always the same
 */
export function createIds(seed: string): Ids {
  const random = mulberry32(fnv1a(seed))
  return (prefix, length = 24) => {
    let id = ''
    while (id.length < length) id += alphabet.charAt(Math.floor(random() * alphabet.length))
    return `${prefix}_${id}`
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
