/** Where rows of a long list stand, in pixels from its top. */
export type RowLayout = {
  /** The top of each row. */
  starts: Float64Array
  /** How tall all rows are together. */
  total: number
}

/** How tall rows are, in pixels: nearly all as tall as each other, and those that are not, by key. */
export type RowHeights = {usual: number; others: ReadonlyMap<string, number>}

/** The part of a frame that can be seen. */
export type Seen = {top: number; height: number}

/** Lays rows out one below the other. */
export function layOut(keys: readonly string[], {usual, others}: RowHeights): RowLayout {
  const starts = new Float64Array(keys.length)
  let total = 0
  for (const [place, key] of keys.entries()) {
    starts[place] = total
    total += others.get(key) ?? usual
  }
  return {starts, total}
}

/** The places of the rows in sight and `ahead` around them, and of one that must not go: where the keyboard is. */
export function placesInSight(
  {starts}: RowLayout,
  {top, height, ahead}: Seen & {ahead: number},
  kept: number,
): number[] {
  const first = Math.max(0, lastAtOrBefore(starts, top) - ahead)
  const end = Math.min(starts.length, lastAtOrBefore(starts, top + height) + 1 + ahead)
  const places = Array.from({length: Math.max(0, end - first)}, (_, nth) => first + nth)
  if (kept < 0 || kept >= starts.length || (kept >= first && kept < end)) return places
  return kept < first ? [kept, ...places] : [...places, kept]
}

/** Where to scroll to so that a row is seen whole; null where it is. */
export function scrollFor({starts, total}: RowLayout, place: number, {top, height}: Seen): number | null {
  const start = starts[place]
  if (start === undefined) return null
  const end = starts[place + 1] ?? total
  if (start < top) return start
  // One that is taller than the frame is read from its top.
  return end > top + height ? Math.min(start, end - height) : null
}

function lastAtOrBefore(starts: Float64Array, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return low
}
