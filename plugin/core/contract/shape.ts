/** Somebody else's JSON object, before it has been read. */
export type Shape = Readonly<Record<string, unknown>>

/** Thrown while a record is read, and caught where the record becomes one unreadable row. */
export class GarbledField extends Error {
  override readonly name = 'GarbledField'
  readonly field: string

  constructor(field: string) {
    super(`cannot read the field ${field}`)
    this.field = field
  }
}

export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Text as it stands. Absent, null and empty are all null, so that an empty id never equals another empty id.
 * `label` names the field to whoever has to look it up, where it lies deeper.
 */
export function textIn(shape: Shape, field: string, label = field): string | null {
  const value = shape[field]
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') throw new GarbledField(label)
  return value
}

/** Text where it is text and not empty, else null: for what is only shown or looked up by. */
export function anyTextIn(shape: Shape, field: string): string | null {
  const value = shape[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A list of objects, such as a query answers with. */
export function shapesOf(value: unknown, label: string): Shape[] {
  if (!Array.isArray(value) || !value.every(isShape)) throw new GarbledField(label)
  return value
}

export function requiredTextIn(shape: Shape, field: string, label = field): string {
  const value = textIn(shape, field, label)
  if (value === null) throw new GarbledField(label)
  return value
}

export function numberIn(shape: Shape, field: string, label = field): number | null {
  const value = shape[field]
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new GarbledField(label)
  return value
}

export function requiredIntIn(shape: Shape, field: string, label = field): number {
  const value = numberIn(shape, field, label)
  if (value === null || !Number.isSafeInteger(value)) throw new GarbledField(label)
  return value
}

export function shapeIn(shape: Shape, field: string, label = field): Shape | null {
  const value = shape[field]
  if (value === undefined || value === null) return null
  if (!isShape(value)) throw new GarbledField(label)
  return value
}

export function listIn(shape: Shape, field: string, label = field): readonly unknown[] {
  const value = shape[field]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new GarbledField(label)
  return value
}

/** The last second that a date can hold, in Unix seconds. */
const LAST_SECOND = 8_640_000_000_000

/** Unix seconds, as Stripe writes times, in milliseconds. */
export function secondsIn(shape: Shape, field: string, label = field): number {
  const seconds = requiredIntIn(shape, field, label)
  if (Math.abs(seconds) > LAST_SECOND) throw new GarbledField(label)
  return seconds * 1_000
}
