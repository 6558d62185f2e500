/**
 * A short name for a text, 26 hex digits, the same on every machine. Tells texts apart; protects nothing: what must
 * not be forged is hashed with SHA-256 where there is one.
 *
 * @example textHash('cs_live_1') // 26 hex digits
 */
export function textHash(text: string): string {
  return half(text, 0xdeadbeef) + half(text, 0x41c6ce57)
}

/** 52 bits of it, after cyrb53 (public domain): https://github.com/bryc/code/blob/master/jshash/hashes */
function half(text: string, seed: number): string {
  let high = 0x9e3779b9 ^ seed
  let low = 0x85ebca6b ^ Math.imul(seed, 31)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (high >>> 0).toString(16).padStart(8, '0') + ((low >>> 0) & 0xfffff).toString(16).padStart(5, '0')
}
