const NOT_FOR_A_LINE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu
const LONGEST = 120

/**
 * A text that somebody typed, as one line: without line breaks, marks that turn the direction of writing, or anything
 * else that is not seen, and not longer than a name may be.
 *
 * @example plainLine('Open week\r\nBcc: all@example.com') // 'Open week Bcc: all@example.com'
 */
export function plainLine(text: string): string {
  const line = Array.from(text.replaceAll(NOT_FOR_A_LINE, ' ').trim())
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).join('')}…` : line.join('')
}
