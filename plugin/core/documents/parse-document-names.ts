import {isShape, type Shape} from '../contract/shape.ts'
import type {MappedField, MappedFields, MappedKind} from './document-map.ts'
import type {Complain} from './parse-document-map.ts'
import {demandNamesApart, parseField} from './parse-field.ts'
import {
  COUNTED,
  ID_FIELDS,
  PLATFORM_DOCUMENTS,
  REFERENCES,
  REQUIRED,
  VALUES,
  type DocumentKind,
  type UNITS,
} from './platform-documents.ts'

/** Nothing that could be read as more than a name, whatever stands around it in a query. */
const TYPE = /^[a-zA-Z]\w*([.-]\w+)*$/
/** Sanity's own, where it says the same. */
const ALSO: Readonly<Record<string, string>> = {'booking.bookedAt': '_createdAt'}

type Around = {
  /** Then no document names its school. */
  isOnlySchool: boolean
  /** What else the section may say. */
  more: readonly string[]
  complain: Complain
}

/** What a school calls the documents of one kind. */
export function parseDocumentNames(kind: DocumentKind, given: unknown, around: Around): MappedKind {
  const {complain, more} = around
  if (given !== undefined && !isShape(given)) complain(`.${kind}`, 'must be an object')
  const section: Shape = isShape(given) ? given : {}
  const known = ['type', 'fields', ...(kind === 'school' ? [] : ['values']), ...more]
  for (const name of Object.keys(section)) {
    if (!known.includes(name)) complain(`.${kind}.${name}`, `is not known; there are ${known.join(', ')}`)
  }
  const type = section['type'] ?? PLATFORM_DOCUMENTS[kind].type
  const isType = typeof type === 'string' && TYPE.test(type)
  if (!isType) complain(`.${kind}.type`, 'must be the name of a document type')
  const values = valuesIn(kind, section['values'], complain)
  const fields = fieldsIn(kind, section['fields'], {...around, values})
  demandNamesApart(besideOneAnother(kind, fields), `.${kind}.fields`, complain)
  return {type: isType ? type : '', fields}
}

function fieldsIn(
  kind: DocumentKind,
  given: unknown,
  {isOnlySchool, complain, values}: Around & {values: ReadonlyMap<string, MappedField['values']>},
): MappedKind['fields'] {
  const platform: Readonly<Record<string, string>> = PLATFORM_DOCUMENTS[kind].fields
  const required: readonly string[] = REQUIRED[kind]
  if (given !== undefined && !isShape(given)) complain(`.${kind}.fields`, 'must be an object')
  const named: Shape = isShape(given) ? given : {}
  for (const field of Object.keys(named)) {
    if (Object.hasOwn(platform, field)) continue
    complain(`.${kind}.fields.${field}`, `is no field of ours; there are ${Object.keys(platform).join(', ')}`)
  }
  return Object.fromEntries(
    Object.entries(platform).map(([field, ours]) => {
      const at = `.${kind}.fields.${field}`
      const isLeftOut = named[field] === undefined
      const isGone =
        named[field] === null ||
        (isLeftOut && field === 'school' && isOnlySchool) ||
        // Whoever names the pass has said where it is; an older place is the platform's own story.
        (isLeftOut && field === 'passReference' && named['pass'] !== undefined)
      if (isGone) {
        if (required.includes(field)) complain(at, 'cannot be null: without it no grant would be safe')
        return [field, null]
      }
      if (field === 'school' && isOnlySchool) complain(at, 'cannot be named: there is only one school')
      const areIds: readonly string[] = ID_FIELDS[kind]
      const counted: Readonly<Record<string, keyof typeof UNITS>> = COUNTED[kind]
      const rules = {
        ours,
        isId: areIds.includes(field),
        isReference: REFERENCES.has(field),
        unit: Object.hasOwn(counted, field) ? (counted[field] ?? null) : null,
        isListOfUpgrades: field === 'upgradeHistory',
        also: ALSO[`${kind}.${field}`] ?? null,
      }
      const mapped = parseField(isLeftOut ? ours : named[field], at, rules, complain)
      return [field, {...mapped, values: values.get(field) ?? null}]
    }),
  )
}

function valuesIn(
  kind: DocumentKind,
  given: unknown,
  complain: Complain,
): ReadonlyMap<string, MappedField['values']> {
  const known: Readonly<Record<string, readonly string[]>> = VALUES[kind]
  const read = new Map<string, MappedField['values']>()
  if (given === undefined) return read
  if (!isShape(given)) complain(`.${kind}.values`, 'must be an object')
  for (const [field, names] of Object.entries(isShape(given) ? given : {})) {
    const at = `.${kind}.values.${field}`
    const ours = Object.hasOwn(known, field) ? known[field] : undefined
    if (ours === undefined || !isShape(names)) {
      complain(
        at,
        ours === undefined ? `is not known; there are ${Object.keys(known).join(', ')}` : 'must be an object',
      )
      continue
    }
    for (const [value, theirs] of Object.entries(names)) {
      if (!ours.includes(value))
        complain(`${at}.${value}`, `is no value of ours; there are ${ours.join(', ')}`)
      else if (typeof theirs !== 'string' || theirs === '') complain(`${at}.${value}`, 'must be a text')
    }
    const pairs = ours.flatMap((value) => {
      const theirs = names[value]
      return typeof theirs === 'string'
        ? [[value === 'yes' || value === 'no' ? value === 'yes' : value, theirs] as const]
        : []
    })
    if (new Set(pairs.map(([, theirs]) => theirs)).size < pairs.length)
      complain(at, 'calls two values the same')
    if (ours.includes('yes') && pairs.length < ours.length) complain(at, 'must say both yes and no')
    read.set(field, pairs)
  }
  return read
}

/** A booking within a list has names of its own, apart from the class it is in. */
function besideOneAnother(kind: DocumentKind, fields: MappedFields): MappedFields {
  if (kind !== 'booking') return fields
  const {student: _student, kind: _kind, bookedAt: _bookedAt, ...ofClass} = fields
  return ofClass
}
