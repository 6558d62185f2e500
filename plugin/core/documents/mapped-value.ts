import {isShape, type Shape} from '../contract/shape.ts'
import type {MappedField, MappedFields} from './document-map.ts'
import {putAt, valueAt} from './field-path.ts'

/** What a value becomes, beside what it may stay. */
type Scalar = string | number | boolean
type Reference = {_type: 'reference'; _ref: string}

/** Some fields of a document, or of an object in one, in the platform's shape. */
export function fieldsToOurs(from: Shape, fields: Iterable<MappedField | null>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const mapped of fields) {
    if (mapped === null) continue
    const {ours, theirs, of} = mapped
    const stored = valueAt(from, theirs)
    const value = of === null ? toOurs(mapped, stored) : membersToOurs(of, stored)
    if (value !== undefined) putAt(made, ours, value)
  }
  return made
}

/** What is no list, or no object in one, stays what it is: whoever reads it says that it cannot be read. */
function membersToOurs(of: MappedFields, list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.map((one: unknown) => (isShape(one) ? fieldsToOurs(one, Object.values(of)) : one))
}

/** A school's value as the platform would have it. What has no name of ours stays as it is, to be put back so. */
export function toOurs<Value>(
  {ids, values, unit}: MappedField,
  value: Value,
): Value | Scalar | Reference | {unnamed: Value} {
  if (value === null || value === undefined) return value
  if (unit !== null && typeof value === 'number') return (value * unit[0]) / unit[1]
  if (ids === 'wrap') return isShape(value) && typeof value['_ref'] === 'string' ? value['_ref'] : value
  if (ids === 'unwrap') return typeof value === 'string' ? {_type: 'reference', _ref: value} : value
  if (values === null) return value
  const named = values.find(([, theirs]) => theirs === value)
  if (named !== undefined) return named[0]
  // Whatever reads like one of ours and is not: kept apart, so that nobody takes it for ours.
  return typeof value === 'boolean' || OUR_WORDS.has(value) ? {unnamed: value} : value
}

/** The other way round. Undefined: the school has no name for it. */
export function toTheirs<Value>(
  {ids, values, unit, of}: MappedField,
  value: Value,
): Value | Scalar | Reference | undefined {
  if (value === null || value === undefined) return value
  // Lists are read only: there is nothing that a repair would write there.
  if (of !== null) return undefined
  if (unit !== null && typeof value === 'number') return counted(value, unit)
  if (ids === 'wrap') return {_type: 'reference', _ref: String(value)}
  if (ids === 'unwrap') return isShape(value) && typeof value['_ref'] === 'string' ? value['_ref'] : undefined
  if (values === null) return value
  if (isShape(value) && Object.hasOwn(value, 'unnamed')) return scalarIn(value['unnamed'])
  const named = values.find(([ours]) => ours === value)
  if (named !== undefined) return named[1]
  return typeof value === 'boolean' || OUR_WORDS.has(value) ? undefined : value
}

/** What is no whole number there is not rounded. */
function counted(value: number, [ours, theirs]: readonly [number, number]): number | undefined {
  const count = Math.round((value * theirs) / ours)
  return (count * ours) / theirs === value ? count : undefined
}

function scalarIn(value: unknown): Scalar | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

const OUR_WORDS: ReadonlySet<unknown> = new Set([
  'single',
  'multi',
  'multi-pass',
  'clipcard',
  'monthly',
  'unlimited',
  'days',
  'date',
])
