const letters = new Intl.Segmenter(undefined, {granularity: 'grapheme'})

/** Rows of cells in columns as wide as their widest cell. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const [first = []] = rows
  const widths = first.map((_, at) =>
    rows.reduce((widest, cells) => Math.max(widest, width(cells[at] ?? '')), 0),
  )
  return rows.map((cells) =>
    cells
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  )
}

/** Letters as people see them: an emoji is one. */
function width(text: string): number {
  return Array.from(letters.segment(text)).length
}
