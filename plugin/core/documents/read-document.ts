import {isShape, type Shape} from '../contract/shape.ts'
import type {DocumentMap, MappedFields, MappedKind} from './document-map.ts'
import {putAt, valueAt} from './field-path.ts'
import {fieldsToOurs} from './mapped-value.ts'
import {DOCUMENT_KINDS, PLATFORM_DOCUMENTS, type DocumentKind} from './platform-documents.ts'

const HEAD = ['_id', '_rev', '_createdAt', '_updatedAt']
const OF_BOOKING = ['student', 'kind', 'bookedAt']

/**
 * Makes what turns a document of the school's into the platform's shape. One of another type is left as it is, unless
 * the platform would take it for one of its own.
 *
 * @example createReadDocument(map)({_id: 'm1', _type: 'member', mail: 'ada@example.com'})
 * // {_id: 'm1', _type: 'user', email: 'ada@example.com'}
 */
export function createReadDocument(map: DocumentMap): (document: unknown) => unknown {
  const kinds = new Map(
    DOCUMENT_KINDS.flatMap((kind) => {
      const names = map.kinds[kind]
      return names === null ? [] : [[names.type, {kind, names}] as const]
    }),
  )
  const platformTypes = new Set<unknown>(DOCUMENT_KINDS.map((kind) => PLATFORM_DOCUMENTS[kind].type))
  return (document) => {
    if (!isShape(document)) return document
    const type = document['_type']
    const known = typeof type === 'string' ? kinds.get(type) : undefined
    const isStray = known?.kind === 'school' && map.only !== null && document['_id'] !== map.only
    if (known === undefined || isStray) {
      return platformTypes.has(type) || isStray ? {...document, _type: `other.${String(type)}`} : document
    }
    return read(document, known, map)
  }
}

function read(
  document: Shape,
  {kind, names: {fields}}: {kind: DocumentKind; names: MappedKind},
  map: DocumentMap,
): Shape {
  const isOfBooking = (field: string): boolean =>
    kind === 'booking' && (field === 'bookings' || OF_BOOKING.includes(field))
  const own = Object.entries(fields).flatMap(([field, mapped]) => (isOfBooking(field) ? [] : [mapped]))
  const made: Record<string, unknown> = {
    _type: PLATFORM_DOCUMENTS[kind].type,
    ...fieldsToOurs(document, own),
  }
  for (const name of HEAD) if (document[name] !== undefined) made[name] = document[name]
  if (kind === 'booking') made['bookings'] = bookingsIn(document, fields)
  if (kind === 'pass') addValidity(made, fields)
  if (kind === 'school') addClock(made, map)
  // Where there is one school only, everything is of it.
  else if (map.only !== null) made['tenant'] = {_type: 'reference', _ref: map.only}
  return made
}

/** The bookings in a class's list or, where there is none, the one that the document itself is. */
function bookingsIn(document: Shape, fields: MappedFields): unknown {
  const list = fields['bookings']
  const named = OF_BOOKING.map((field) => fields[field] ?? null)
  const booking = (from: unknown): unknown => (isShape(from) ? fieldsToOurs(from, named) : from)
  if (list === null || list === undefined) return [booking(document)]
  const given = valueAt(document, list.theirs)
  return Array.isArray(given) ? given.map(booking) : given
}

/** A school with one way of ending passes need not say which, nor one that sells them all which are on sale. */
function addValidity(made: Record<string, unknown>, fields: MappedFields): void {
  if (fields['validity'] === null) made['validityType'] = fields['expiry'] === null ? 'days' : 'date'
  if (fields['active'] === null) made['isActive'] = true
}

function addClock(made: Record<string, unknown>, {kinds, timeZone, currency}: DocumentMap): void {
  const {fields} = kinds.school
  if (timeZone !== null && valueAt(made, 'settings.timezone') === undefined)
    putAt(made, 'settings.timezone', timeZone)
  if (currency !== null && fields['currency'] === null) putAt(made, 'stripeConnect.currency', currency)
}
