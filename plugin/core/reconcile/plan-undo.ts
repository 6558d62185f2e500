import {isSameJson} from '../contract/is-same-json.ts'
import type {Change} from '../contract/change.ts'
import {ACTOR, NOW} from '../contract/placeholders.ts'
import type {Facts} from '../contract/facts.ts'
import type {RepairRecord} from '../contract/repair.ts'
import type {Shape} from '../contract/shape.ts'
import {UNDONE} from './case.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {holderOf, worldOf, type World} from './world.ts'

/** One document that a repair wrote: the fields as they stood before (null: it was made), after, and as they stand now. */
export type Touched = {id: string; before: Shape | null; after: Shape; now: Shape | null}

/** What undo does: a pass that the repair made is ended, everything else gets the written fields back as they were. */
export type UndoStep = {end: Change} | {restore: {id: string; set: Record<string, unknown>; unset: string[]}}

/** Why it is too late, and for what: `field` is named where it was edited, by its name in the dataset. */
export type UsedSince = {
  usedSince: {entitlement: string; why: 'edited' | 'booked' | 'gone'; field?: string}
}

/**
 * Plans how a repair is taken back. Only the fields that it wrote are restored; a pass that it made is not deleted but
 * ended, with the reason `undone`. Refuses where one of these fields, or what a record notes beside them, is no longer
 * what the repair left, or a class was booked since: the revision alone proves nothing.
 *
 * @param facts of the record's passes and their holders; payments are not needed
 */
export function planUndo(
  facts: Facts,
  {record, touched}: {record: Pick<RepairRecord, 'at'>; touched: readonly Touched[]},
  options: ReconcileOptions,
): {steps: UndoStep[]} | UsedSince {
  const world = worldOf(facts, settingOf(options))
  const inOrder = touched.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const one of inOrder) {
    const problem = usedSince(one, world, record.at)
    if (problem !== null) return {usedSince: {entitlement: one.id, ...problem}}
  }
  return {steps: inOrder.map(stepOf)}
}

function usedSince(
  {id, before, after, now}: Touched,
  world: World,
  since: number,
): Omit<UsedSince['usedSince'], 'entitlement'> | null {
  if (now === null) return {why: 'gone'}
  const field = Object.keys(after)
    .toSorted()
    .find((name) => !isSameJson(after[name], now[name]))
  if (field !== undefined) return {why: 'edited', field}
  return isBookedSince({id, before}, world, since) ? {why: 'booked'} : null
}

/** Bookings name no entitlement: one of the holder's that could be with this pass counts. */
function isBookedSince({id, before}: Pick<Touched, 'id' | 'before'>, world: World, since: number): boolean {
  const held = world.entitlements.get(id)
  const person = held === undefined ? null : holderOf(world, held.student)
  if (held === undefined || person === null) return false
  const earlier = before?.['type']
  const types = new Set([held.type, null, ...(typeof earlier === 'string' ? [earlier] : [])])
  return world.bookings(person, types, since, Number.POSITIVE_INFINITY) > 0
}

function stepOf({id, before}: Touched): UndoStep {
  if (before === null) {
    const set = {active: false, deactivationReason: UNDONE, deactivatedBy: ACTOR, deactivatedAt: NOW} as const
    return {end: {patch: {id, set, unset: []}}}
  }
  const fields = Object.entries(before)
  return {
    restore: {
      id,
      set: Object.fromEntries(fields.filter(([, value]) => value !== null && value !== undefined)),
      unset: fields.filter(([, value]) => value === null || value === undefined).map(([name]) => name),
    },
  }
}
