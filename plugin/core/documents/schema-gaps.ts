import {isShape, type Shape} from '../contract/shape.ts'
import type {MappedField, MappedKind} from './document-map.ts'
import type {Documents} from './documents-option.ts'
import {DOCUMENT_KINDS} from './platform-documents.ts'
import type {StudioSchema} from './studio-schema.ts'

const OF_BOOKING: ReadonlySet<string> = new Set(['student', 'kind', 'bookedAt'])

/**
 * What the option `documents` names that a Studio's own schema does not have, in sentences. Only what the option speaks
 * of is looked at: a Studio that is as the platform's need not have every field of it.
 *
 * @param typeNamed what the Studio's compiled schema has under a name
 */
export function schemaGaps(
  {map}: StudioSchema,
  documents: Documents,
  typeNamed: (name: string) => unknown,
): string[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const names = map.kinds[kind]
    if (names === null || documents[kind] === undefined) return []
    const type = typeNamed(names.type)
    if (!isShape(type)) {
      return [`documents.${kind}.type: the Studio's schema has no type «${names.type}».`]
    }
    return Object.entries(names.fields).flatMap(([field, mapped]) => {
      if (mapped === null || mapped.theirs.startsWith('_')) return []
      const from = kind === 'booking' && OF_BOOKING.has(field) ? membersOf(type, names) : [type]
      return gapsOf(mapped, {from, type: names.type, at: `documents.${kind}.fields.${field}`})
    })
  })
}

/** What is wrong with a field or, where it is a list that is there, with what stands in it. */
function gapsOf(
  mapped: MappedField,
  {from, type, at}: {from: readonly Shape[]; type: string; at: string},
): string[] {
  const problem = problemOf(mapped, from, type)
  if (problem !== null) return [`${at}: ${problem}`]
  const members = from.flatMap((one) => listed(one, mapped.theirs))
  return Object.entries(mapped.of ?? {}).flatMap(([field, member]) =>
    member === null
      ? []
      : gapsOf(member, {from: members, type: `${type}.${mapped.theirs}`, at: `${at}.of.${field}`}),
  )
}

function problemOf(
  {theirs, ids, isReference}: MappedField,
  from: readonly Shape[],
  type: string,
): string | null {
  const found = from.map((one) => fieldAt(one, theirs)).find((one) => one !== null) ?? null
  if (found === null) {
    return `«${type}» has no field «${theirs}». Name the field, or say null where there is none.`
  }
  const isOne = isKindOf(found, 'reference')
  if (isReference === isOne) return null
  if (isReference) return `«${theirs}» of «${type}» is no reference. Say {name: '${theirs}', as: 'id'}.`
  return isOne && ids !== 'wrap'
    ? `«${theirs}» of «${type}» is a reference. Say {name: '${theirs}', as: 'reference'}.`
    : null
}

/** Bookings stand in a list of the class or are documents by themselves. */
function membersOf(type: Shape, {fields}: MappedKind): Shape[] {
  const list = fields['bookings'] ?? null
  return list === null ? [type] : listed(type, list.theirs)
}

/** What may stand in a list. */
function listed(type: Shape, path: string): Shape[] {
  const of = fieldAt(type, path)?.['of']
  return Array.isArray(of) ? of.filter(isShape) : []
}

function fieldAt(type: Shape, path: string): Shape | null {
  let held: Shape | null = type
  for (const name of path.split('.')) {
    const fields: unknown = held?.['fields']
    const field = Array.isArray(fields)
      ? fields.filter(isShape).find((one) => one['name'] === name)
      : undefined
    const found: unknown = field?.['type']
    held = isShape(found) ? found : null
  }
  return held
}

/** A compiled type knows the one that it was made from. */
function isKindOf(type: Shape, name: string): boolean {
  for (let held: unknown = type; isShape(held); held = held['type']) if (held['name'] === name) return true
  return false
}
