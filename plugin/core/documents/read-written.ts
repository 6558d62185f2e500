import type {EntitlementField} from '../contract/entitlement.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {ENTITLEMENT_NAMES, fieldRule, isEntitlementField} from './field-names.ts'

/** A field of ours with what stands in it: an id for a reference, milliseconds for a time, else as it is. */
export type WrittenField = {field: EntitlementField; value: unknown}

const FIELDS = Object.keys(ENTITLEMENT_NAMES).filter(isEntitlementField)
const BY_NAME: ReadonlyMap<string, EntitlementField> = new Map(
  FIELDS.map((field) => [ENTITLEMENT_NAMES[field], field]),
)

/** What we call a field of a `subscription` document; null for one that no repair writes. */
export function fieldNamed(name: string): EntitlementField | null {
  return BY_NAME.get(name) ?? null
}

/**
 * Fields by their names in the dataset, as a record or a preview of an undo has them, in our words.
 *
 * @example readWritten({isActive: false}) // [{field: 'active', value: false}]
 */
export function readWritten(fields: Shape): WrittenField[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = fieldNamed(name)
    return field === null ? [] : [{field, value: readValue(field, value)}]
  })
}

function readValue(field: EntitlementField, value: unknown): unknown {
  const {as} = fieldRule(field)
  if (as === 'reference' && isShape(value)) return value['_ref'] ?? null
  if (as !== 'time' || typeof value !== 'string') return value ?? null
  const at = Date.parse(value)
  // What cannot be read is shown as it stands.
  return Number.isNaN(at) ? value : at
}
