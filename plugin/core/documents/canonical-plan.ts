import {canonicalJson} from '../contract/canonical-json.ts'
import type {Change} from '../contract/change.ts'
import {NOW} from '../contract/placeholders.ts'
import {PLAN_VERSION, type RepairPlan} from '../contract/plan.ts'

/**
 * A plan as canonical JSON, `{v, subject, kind, choice, changes, revs}` with sorted keys: the text whose SHA-256 a
 * repair must name. Nothing in it depends on the moment or the person, so the same facts give the same text; a
 * school's own schema adds its fingerprint.
 *
 * @example const hash = await sha256(canonicalPlan(plan))
 */
export function canonicalPlan(plan: RepairPlan): string {
  const {subject, kind, choice, revs, documents} = plan
  const changes =
    choice?.start === 'today' ? plan.changes.map((change) => fromNow(change, plan)) : plan.changes
  return canonicalJson({v: PLAN_VERSION, subject, kind, choice, changes, revs, documents})
}

/** Terms that start today move with the clock: here they are written as distances from it. */
function fromNow(change: Change, plan: RepairPlan): unknown {
  if ('create' in change) {
    return {create: {...change.create, fields: fieldsFromNow(change.create.fields, plan)}}
  }
  return {patch: {...change.patch, set: fieldsFromNow(change.patch.set, plan)}}
}

function fieldsFromNow(
  fields: Readonly<Record<string, unknown>>,
  {at, fixedEnd}: RepairPlan,
): Record<string, unknown> {
  if (fields['starts'] !== at) return fields
  const {ends} = fields
  const moves = typeof ends === 'number' && !fixedEnd
  return {...fields, starts: NOW, ...(moves ? {ends: `${NOW}+${ends - at}`} : {})}
}
