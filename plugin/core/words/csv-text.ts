/**
 * Lines of cells as CSV (RFC 4180). Students type some of what stands in them: a cell that a spreadsheet would run as a
 * formula gets a leading apostrophe.
 *
 * @example csvText([['name', 'note'], ['Ada', '=1+1']]) // "name,note\r\nAda,'=1+1\r\n"
 */
export function csvText(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
