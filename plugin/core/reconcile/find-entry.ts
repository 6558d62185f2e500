import type {Change} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import type {Entry} from '../contract/entry.ts'
import type {Refusal} from '../contract/plan.ts'
import type {Choice, RepairKind, Subject} from '../contract/repair.ts'
import {subjectId} from '../contract/subject-id.ts'
import type {Case} from './case.ts'
import type {Cases} from './cases.ts'
import {looseEntry, paymentEntry} from './entries.ts'

/** Which repair somebody considers. `reason` is what they wrote, not one of the engine's. */
export type RepairWish = {
  subject: Subject
  kind: RepairKind
  choice?: Choice | undefined
  reason?: string | undefined
}

/** What the engine planned, or why it planned nothing. */
export type Planned = {kind: RepairKind; changes: Change[]} | Refusal

/** The entry that a wish is about, with what it was judged from. */
export type Found = {entry: Entry; one: Case | null; entitlements: Entitlement[]; cases: Cases}

export function refuse(refused: Refusal['refused'], message: string): Refusal {
  return {refused, message}
}

/** An entitlement that stands for a payment is repaired through that payment's entry. */
export function findEntry(cases: Cases, subject: Subject): Found | null {
  const {world} = cases
  if ('entitlement' in subject) {
    const loose = cases.loose.find(({id}) => id === subject.entitlement)
    const dated = loose === undefined ? null : looseEntry(loose, world)
    if (loose !== undefined && dated !== null)
      return {entry: dated.entry, one: null, entitlements: [loose], cases}
  }
  const one = cases.cases.find((candidate) =>
    'payment' in subject
      ? candidate.payment.id === subject.payment
      : idsOf(candidate).some(({id}) => id === subjectId(subject)),
  )
  return one === undefined ? null : {entry: paymentEntry(one).entry, one, entitlements: idsOf(one), cases}
}

function idsOf({held, suggested, leftovers}: Case): Entitlement[] {
  return [
    ...held.map(({entitlement}) => entitlement),
    ...(suggested === null ? [] : [suggested]),
    ...leftovers,
  ]
}
