import type {Instant} from '../contract/instant.ts'
import type {Shape} from '../contract/shape.ts'

/** A moment that a document holds as ISO text; null where it holds none that can be read. */
export function timeIn(shape: Shape, field: string): Instant | null {
  const text = shape[field]
  const at = typeof text === 'string' ? Date.parse(text) : NaN
  return Number.isNaN(at) ? null : at
}
