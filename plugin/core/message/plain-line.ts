const NOT_FOR_A_LINE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu
const LONGEST_NAME = 120

/**
 * A text that somebody typed, as one line: without line breaks, marks that turn the direction of writing, or anything
 * else that is not seen, and not longer than a name may be, or as long as is said.
 *
 * @example plainLine('Open week\r\nBcc: all@example.com') // 'Open week Bcc: all@example.com'
 */
export function plainLine(text: string, longest = LONGEST_NAME): string {
  const line = Array.from(text.replaceAll(NOT_FOR_A_LINE, ' ').trim())
  return line.length > longest ? `${line.slice(0, longest - 1).join('')}…` : line.join('')
}
