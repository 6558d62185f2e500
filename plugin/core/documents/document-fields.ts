import type {StoredTime} from '../contract/instant.ts'
import {GarbledField, requiredTextIn, shapeIn, textIn, type Shape} from '../contract/shape.ts'
import {storedTime} from './stored-time.ts'

/** The id in a reference field. A reference that is there must name something. */
export function referenceIn(document: Shape, field: string): string | null {
  const reference = shapeIn(document, field)
  return reference === null ? null : requiredTextIn(reference, '_ref', `${field}._ref`)
}

/** A time that Sanity itself writes: without it nothing can be said of when. */
export function requiredTimeIn(document: Shape, field: string): number {
  const at = storedTime(requiredTextIn(document, field), 'UTC').at
  if (at === null) throw new GarbledField(field)
  return at
}

/** A time that people and scripts wrote: garbled text is kept, for it is shown and judged as it stands. */
export function storedTimeIn(
  document: Shape,
  field: string,
  zone: string,
  dateAlone: 'start' | 'end' = 'start',
): StoredTime | null {
  const text = textIn(document, field)
  return text === null ? null : storedTime(text, zone, dateAlone)
}

/** What every document carries. One that was never changed may lack `_updatedAt` in a hand-made export. */
export function headOf(document: Shape): {id: string; rev: string; createdAt: number; updatedAt: number} {
  const createdAt = requiredTimeIn(document, '_createdAt')
  const updatedAt = textIn(document, '_updatedAt')
  return {
    id: requiredTextIn(document, '_id'),
    rev: textIn(document, '_rev') ?? '',
    createdAt,
    updatedAt: updatedAt === null ? createdAt : requiredTimeIn(document, '_updatedAt'),
  }
}
