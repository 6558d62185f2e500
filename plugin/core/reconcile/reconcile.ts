import type {Entry} from '../contract/entry.ts'
import type {Facts} from '../contract/facts.ts'
import {isMismatch, type Verdict} from '../contract/verdict.ts'
import type {Reconciliation} from '../contract/reconciliation.ts'
import {eachCase, onceEach} from './cases.ts'
import {compareText, looseEntry, paymentEntry, unreadableEntries, type Dated} from './entries.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {worldOf} from './world.ts'

/**
 * Compares what Stripe says was paid with what the lake says was granted, for one school. Pure: the same facts in
 * any order, with the same `now` (milliseconds), give the same entries. An account that cannot be read gives the
 * fault `account_unreadable` and no entries, for blind is not empty.
 *
 * @example
 * const {entries} = reconcile(facts, {now: Date.parse('2026-03-10T12:00:00Z')})
 * entries.filter(({verdict}) => verdict === 'missing')
 */
export function reconcile(facts: Facts, options: ReconcileOptions): Reconciliation {
  const fault = isBlind(facts) ? 'account_unreadable' : null
  const entries = fault === null ? entriesOf(facts, options) : []
  return {school: facts.school.id, asOf: options.now, fault, entries, totals: totalsOf(facts, entries)}
}

/** The school's account could not be read, or two schools claim it, so that nobody knows whose money it shows. */
export function isBlind({blind, school, accountOwners}: Facts): boolean {
  const isOurs = blind !== null && (blind.account === null || school.accounts.includes(blind.account))
  return (
    isOurs ||
    accountOwners.some((owner) => owner.school !== school.id && school.accounts.includes(owner.account))
  )
}

function entriesOf(facts: Facts, options: ReconcileOptions): Entry[] {
  const world = worldOf(facts, settingOf(options))
  const dated: Dated[] = []
  const {entitlements} = facts
  const loose = eachCase(world, {payments: onceEach(facts.payments), entitlements}, (_, makeCase) =>
    dated.push(paymentEntry(makeCase())),
  )
  for (const entitlement of loose) {
    const entry = looseEntry(entitlement, world)
    if (entry !== null) dated.push(entry)
  }
  const known = new Set(dated.map(({entry}) => entry.key))
  dated.push(...unreadableEntries(facts.unreadable, known))
  return dated.sort((a, b) => b.at - a.at || compareText(a.entry.key, b.entry.key)).map(({entry}) => entry)
}

function totalsOf(facts: Facts, entries: readonly Entry[]): Reconciliation['totals'] {
  const verdicts: Partial<Record<Verdict, number>> = {}
  let mismatches = 0
  for (const {verdict} of entries) {
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
    if (isMismatch(verdict)) mismatches += 1
  }
  return {
    payments: facts.payments.length,
    entitlements: facts.entitlements.length,
    mismatches,
    verdicts,
    ignored: facts.ignored,
  }
}
