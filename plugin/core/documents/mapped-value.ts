import {isShape} from '../contract/shape.ts'
import type {MappedField} from './document-map.ts'

/** What a value becomes, beside what it may stay. */
type Scalar = string | number | boolean
type Reference = {_type: 'reference'; _ref: string}

/** A school's value as the platform would have it. What has no name of ours stays as it is, to be put back so. */
export function toOurs<Value>(
  {ids, values}: MappedField,
  value: Value,
): Value | Scalar | Reference | {unnamed: Value} {
  if (value === null || value === undefined) return value
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
  {ids, values}: MappedField,
  value: Value,
): Value | Scalar | Reference | undefined {
  if (value === null || value === undefined) return value
  if (ids === 'wrap') return {_type: 'reference', _ref: String(value)}
  if (ids === 'unwrap') return isShape(value) && typeof value['_ref'] === 'string' ? value['_ref'] : undefined
  if (values === null) return value
  if (isShape(value) && Object.hasOwn(value, 'unnamed')) return scalarIn(value['unnamed'])
  const named = values.find(([ours]) => ours === value)
  if (named !== undefined) return named[1]
  return typeof value === 'boolean' || OUR_WORDS.has(value) ? undefined : value
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
