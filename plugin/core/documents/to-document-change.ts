import type {Change, DocumentChange, EntitlementCreation} from '../contract/change.ts'
import type {EntitlementField} from '../contract/entitlement.ts'
import {ACTOR, NOW} from '../contract/placeholders.ts'
import {toIso, type Instant} from '../contract/instant.ts'
import {FIELD_RULES} from './field-names.ts'

/** What a document field may hold when it is written. */
type Json = string | number | boolean | {_type: 'reference'; _ref: string}

/** When and by whom a plan is carried out. Without it, a preview, the placeholders `@now` and `@actor` stay. */
export type CarriedOut = {at: Instant; actor: string}

/**
 * A planned change as it will be written to the dataset: the school's own field names, whole references, ISO times.
 *
 * @example
 * toDocumentChange({patch: {id: 'sub1', set: {school: 'tenantT'}, unset: []}})
 * // {patch: {id: 'sub1', set: {tenant: {_type: 'reference', _ref: 'tenantT'}}, unset: []}}
 */
export function toDocumentChange(change: Change, carriedOut: CarriedOut | null = null): DocumentChange {
  if ('create' in change) {
    const {id, fields} = change.create
    return {create: {_id: id, _type: 'subscription', ...documentFields(fields, carriedOut)}}
  }
  const {id, set, unset} = change.patch
  return {
    patch: {id, set: documentFields(set, carriedOut), unset: unset.map((field) => FIELD_RULES[field].name)},
  }
}

function documentFields(
  fields: EntitlementCreation['fields'],
  carriedOut: CarriedOut | null,
): Record<string, Json> {
  const written: Record<string, Json> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (!isField(field) || value === undefined) continue
    const {name, as} = FIELD_RULES[field]
    written[name] = documentValue(value, as, carriedOut)
  }
  return written
}

function isField(name: string): name is EntitlementField {
  return Object.hasOwn(FIELD_RULES, name)
}

function documentValue(
  value: string | number | boolean,
  as: 'plain' | 'reference' | 'time',
  carriedOut: CarriedOut | null,
): Json {
  if (as === 'reference') return {_type: 'reference', _ref: String(value)}
  if (carriedOut !== null && value === NOW) return toIso(carriedOut.at)
  if (carriedOut !== null && value === ACTOR) return carriedOut.actor
  return as === 'time' && typeof value === 'number' ? toIso(value) : value
}
