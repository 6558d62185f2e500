import {isShape, type Shape} from '../contract/shape.ts'

/** What a repair wrote in one document: its fields by their names in the dataset, null where a field was absent. */
export type Written = {
  id: string
  /** Null where the repair made the document. */
  before: Shape | null
  after: Shape
}

/**
 * What a record says was written, document by document; null where its texts cannot be read, since then nobody knows
 * what to put back.
 */
export function writtenBy({before, after}: {before: string; after: string}): Written[] | null {
  const [stood, stands] = [parse(before), parse(after)]
  if (stood === null || stands === null) return null
  const written: Written[] = []
  for (const [id, fields] of Object.entries(stands)) {
    const earlier = stood[id]
    if (!isShape(fields) || (earlier !== null && !isShape(earlier))) return null
    written.push({id, before: earlier, after: fields})
  }
  return written
}

function parse(text: string): Shape | null {
  try {
    const value: unknown = JSON.parse(text)
    return isShape(value) ? value : null
  } catch {
    return null
  }
}
