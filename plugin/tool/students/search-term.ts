/** What somebody typed into the search, and where it can be looked up. */
export type SearchTerm =
  | {kind: 'nothing'}
  /** A Checkout Session or PaymentIntent: only Stripe knows who it belongs to. */
  | {kind: 'payment'; id: string}
  /** Looked up in the lake: by exact id, and word by word in name and email. */
  | {kind: 'person'; id: string; words: string[]}

// A charge (`ch_`) is not asked for: the function finds payments by session and payment intent alone.
const PAYMENT = /^(?:cs|pi)_[A-Za-z0-9_]+$/

/**
 * @example searchTerm('ada  lov') // {kind: 'person', id: 'ada  lov', words: ['ada*', 'lov*']}
 */
export function searchTerm(typed: string): SearchTerm {
  const text = typed.trim()
  if (PAYMENT.test(text)) return {kind: 'payment', id: text}
  // `match` reads * as a wildcard, and splits at @ . - itself: only what could widen the search is taken away.
  const words = text
    .replaceAll('*', ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `${word}*`)
  return words.length === 0 ? {kind: 'nothing'} : {kind: 'person', id: text, words}
}
