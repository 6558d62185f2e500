const LONGEST = 254
/** No more than one address, and nothing that means something to whoever sends it. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * The one address that mail can go to; null for anything else, such as two of them, or one with a line break.
 *
 * @example mailAddress('ada@example.com\nbcc: all@example.com') // null
 */
export function mailAddress(text: string | null): string | null {
  const address = text?.trim() ?? ''
  return ADDRESS.test(address) && !UNSEEN.test(address) && address.length <= LONGEST ? address : null
}
