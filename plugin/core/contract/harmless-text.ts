/**
 * What somebody typed, as it may be shown: it must neither draw on a terminal, break a line, nor turn the direction of
 * what stands behind it, such as an amount.
 */
export function harmlessText(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
