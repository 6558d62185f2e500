/** Where rows of a long list stand, in pixels from its top. */
export type RowLayout = {
  /** The top of each row. */
  starts: Float64Array
  /** How tall all rows are together. */
  total: number
}

/** How tall rows are, in pixels: nearly all as tall as each other, and those that are not, by key. */
export type RowHeights = {usual: number; others: ReadonlyMap<string, number>}

/** A part of a list, such as what can be seen of it. */
export type Span = {top: number; height: number}

/** The parts of a list that are drawn. */
export type DrawnParts = {
  /** Its rows are there with everything in them. */
  whole: Span
  /** It is seen and not whole yet: of the rows that are not, there is a glimpse. */
  glimpsed: Span
}

/** A row to draw: its place in the list, and where it stands. */
export type DrawnRow = {place: number; top: number; height: number; isWhole: boolean}

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

/** The places of the rows in a part of the list. */
export function placesIn({starts}: RowLayout, {top, height}: Span): number[] {
  if (height === 0) return []
  const first = lastAtOrBefore(starts, top)
  const end = Math.min(starts.length, lastAtOrBefore(starts, top + height) + 1)
  return Array.from({length: Math.max(0, end - first)}, (_, nth) => first + nth)
}

/** The rows to draw, from the top of the list: the one that the keyboard is on whole, wherever somebody scrolls. */
export function rowsIn(layout: RowLayout, {whole, glimpsed}: DrawnParts, current: number): DrawnRow[] {
  const {starts, total} = layout
  const isWhole = new Set(placesIn(layout, whole))
  if (current >= 0 && current < starts.length) isWhole.add(current)
  const places = new Set([...isWhole, ...placesIn(layout, glimpsed)])
  return [...places]
    .toSorted((one, other) => one - other)
    .map((place) => {
      const top = starts[place] ?? 0
      return {place, top, height: (starts[place + 1] ?? total) - top, isWhole: isWhole.has(place)}
    })
}

/** Where to scroll to so that a row is seen whole; null where it is. */
export function scrollFor({starts, total}: RowLayout, place: number, {top, height}: Span): number | null {
  const start = starts[place]
  if (start === undefined) return null
  const end = starts[place + 1] ?? total
  if (start < top) return start
  // One that is taller than the frame is read from its top.
  return end > top + height ? Math.min(start, end - height) : null
}

/** A span with so much around it as well. */
export function widened({top, height}: Span, by: number): Span {
  return {top: top - by, height: height + 2 * by}
}

/** Whether some of one part is in the other as well. */
export function overlap(one: Span, other: Span): boolean {
  return one.height > 0 && other.height > 0 && one.top < endOf(other) && endOf(one) > other.top
}

export function covers(whole: Span, part: Span): boolean {
  return whole.top <= part.top && endOf(whole) >= endOf(part)
}

/** As much of a span as lies within another; nothing at its top where none does. */
export function within(span: Span, whole: Span): Span {
  const top = Math.max(span.top, whole.top)
  const end = Math.min(endOf(span), endOf(whole))
  return top < end ? {top, height: end - top} : {top: whole.top, height: 0}
}

/** A span that has grown by at most so much towards one that it is to cover: downwards first. */
export function grown(span: Span, wanted: Span, step: number): Span {
  if (!overlap(span, wanted)) return {top: wanted.top, height: Math.min(step, wanted.height)}
  const down = Math.min(step, Math.max(0, endOf(wanted) - endOf(span)))
  const up = Math.min(step - down, Math.max(0, span.top - wanted.top))
  return {top: span.top - up, height: span.height + up + down}
}

function endOf({top, height}: Span): number {
  return top + height
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
