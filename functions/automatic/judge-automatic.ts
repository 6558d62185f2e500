import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {RepairKind} from '../../plugin/core/contract/repair.ts'
import {automaticRepair, type Waiting} from '../../plugin/core/reconcile/automatic.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import type {ReconcileOptions} from '../../plugin/core/reconcile/setting.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import type {AutomaticOptions} from './outcome.ts'

/** A payment's entry, and which repair of it may be written without a person. */
export type JudgedEntry = {entry: Entry; repair: {kind: RepairKind} | {waits: Waiting}}

/** By which clock and whose money payments are judged, when nobody clicks. */
export function toReconcileOptions(
  {config: {live, application}, now}: RequestCase,
  {transitMinutes}: AutomaticOptions,
): ReconcileOptions {
  return {now: now(), transitMinutes, live, application}
}

/**
 * Judges everything that was read, once.
 *
 * @returns the answer for one payment by its session; null where nothing of it was read
 * @throws Fault `account_unreadable` where nothing may be said about payment
 */
export function judgeAutomatic(
  of: RequestCase,
  facts: Facts,
  options: AutomaticOptions,
): (payment: string) => JudgedEntry | null {
  const {entries, fault} = reconcile(facts, toReconcileOptions(of, options))
  if (fault !== null) throw new Fault(fault, 'the school’s account cannot be read', {school: of.school})
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const payments = new Map(facts.payments.map((payment) => [payment.id, payment]))
  return (payment) => {
    const entry = byKey.get(payment)
    return entry === undefined
      ? null
      : {entry, repair: automaticRepair(entry, payments.get(payment), options)}
  }
}
