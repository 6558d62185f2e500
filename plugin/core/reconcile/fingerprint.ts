import {canonicalJson} from '../contract/canonical-json.ts'
import type {Change} from '../contract/change.ts'
import type {Entry} from '../contract/entry.ts'
import {textHash} from '../contract/text-hash.ts'

/** Fields that move with the clock or with nothing that anybody decided. */
const TIMES: ReadonlySet<string> = new Set([
  'starts',
  'ends',
  'upgradedAt',
  'deactivatedAt',
  'complimentaryAt',
])

/**
 * Identifies the facts that a mismatch rests on: verdict, reasons, ids and changes without their times. A dismissal
 * counts as long as it stays the same.
 */
export function fingerprintOf(entry: Entry): string {
  const {verdict, payment, student, pass} = entry
  const reasons = entry.reasons.toSorted()
  const entitlements = entry.entitlements.toSorted()
  const changes = (entry.repair?.changes ?? []).map(withoutTimes)
  return textHash(canonicalJson({verdict, reasons, payment, entitlements, student, pass, changes}))
}

function withoutTimes(change: Change): unknown {
  if ('create' in change) return {create: {id: change.create.id, fields: strip(change.create.fields)}}
  const {id, set, unset} = change.patch
  return {patch: {id, set: strip(set), unset: unset.toSorted()}}
}

function strip(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !TIMES.has(field)))
}
