import type {Change} from '../contract/change.ts'
import type {EntitlementField} from '../contract/entitlement.ts'
import type {Refusal, RepairPlan} from '../contract/plan.ts'
import {isEntitlementField} from './field-names.ts'
import type {SchoolSchema} from './school-schema.ts'

/** What says that a payment was judged, or that none is needed: without it, the same would be found again. */
const NEEDED: ReadonlySet<EntitlementField> = new Set([
  'isUpgrade',
  'upgradedFrom',
  'upgradedAt',
  'upgradedToPass',
  'complimentary',
])

/**
 * A plan as far as the school's own schema has fields for it: what only tells more about a pass is left out. Refused
 * where something is left out that must be known afterwards.
 */
export function fitPlan(plan: RepairPlan | Refusal, schema: SchoolSchema): RepairPlan | Refusal {
  if ('refused' in plan || schema.fingerprint === '') return plan
  const changes: Change[] = []
  for (const change of plan.changes) {
    const fitting = fitChange(change, schema)
    if ('missing' in fitting) {
      const message = `the school’s own schema has no field for ${fitting.missing}`
      return {refused: 'not_repairable', message}
    }
    changes.push(fitting)
  }
  return {...plan, changes, documents: schema.fingerprint}
}

/** The same of one change. */
export function fitChange(change: Change, schema: SchoolSchema): Change | {missing: EntitlementField} {
  const {fields} = schema.map.kinds.entitlement
  const isThere = (field: string): boolean => field === 'school' || (fields[field] ?? null) !== null
  const given = 'create' in change ? change.create.fields : change.patch.set
  const missing = Object.keys(given)
    .filter(isEntitlementField)
    .find((field) => NEEDED.has(field) && given[field] !== undefined && !isThere(field))
  if (missing !== undefined) return {missing}
  const kept = <Value>(from: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(from).filter(([field]) => isThere(field)))
  if ('create' in change) return {create: {...change.create, fields: kept(change.create.fields)}}
  return {patch: {...change.patch, set: kept(change.patch.set), unset: change.patch.unset.filter(isThere)}}
}
