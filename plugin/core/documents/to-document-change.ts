import type {Change, DocumentChange, EntitlementCreation} from '../contract/change.ts'
import {ACTOR, NOW} from '../contract/placeholders.ts'
import {toIso, type Instant} from '../contract/instant.ts'
import {fieldRule, isEntitlementField} from './field-names.ts'

/** What a document field may hold when it is written. */
type Json = string | number | boolean | {_type: 'reference'; _ref: string}

/** When and by whom a plan is carried out. Without it, a preview, the placeholders `@now` and `@actor` stay. */
export type CarriedOut = {at: Instant; actor: string}

/**
 * A planned change as documents of the platform: its field names, whole references, ISO times.
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
    patch: {id, set: documentFields(set, carriedOut), unset: unset.map((field) => fieldRule(field).name)},
  }
}

function documentFields(
  fields: EntitlementCreation['fields'],
  carriedOut: CarriedOut | null,
): Record<string, Json> {
  const written: Record<string, Json> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (!isEntitlementField(field) || value === undefined) continue
    const {name, as} = fieldRule(field)
    written[name] = documentValue(value, as, carriedOut)
  }
  return written
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
