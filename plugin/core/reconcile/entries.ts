import type {Entitlement} from '../contract/entitlement.ts'
import type {Dismissal, Entry} from '../contract/entry.ts'
import type {Unreadable} from '../contract/facts.ts'
import {isMismatch, type Reason} from '../contract/verdict.ts'
import type {RepairRecord} from '../contract/repair.ts'
import type {Case} from './case.ts'
import {fingerprintOf} from './fingerprint.ts'
import {gatherEvidence} from './gather-evidence.ts'
import {judge} from './judge.ts'
import {noteHolder, notesOf} from './notes.ts'
import {judgeUnpaid} from './rules/judge-unpaid.ts'
import type {World} from './world.ts'

/** An entry and the moment that it is sorted by. */
export type Dated = {entry: Entry; at: number}

export function paymentEntry(one: Case): Dated {
  const {payment, attribution, world, held, suggested, leftovers, records} = one
  const judgement = judge(one)
  const entitlements = held.map(({entitlement}) => entitlement.id)
  if (suggested !== null) entitlements.push(suggested.id)
  for (const {id} of leftovers) entitlements.push(id)
  const entry: Entry = {
    key: payment.id,
    payment: payment.id,
    entitlements,
    student: judgement.studentUnsettled === true ? null : (attribution.payer.student?.id ?? null),
    pass: attribution.paid.pass?.id ?? null,
    verdict: judgement.verdict,
    reasons: judgement.reasons,
    notes: notesOf(one, judgement),
    confidence: judgement.confidence,
    evidence: gatherEvidence(one),
    repair: judgement.repair,
    dismissed: null,
  }
  return {entry: dismissed(entry, records, world), at: payment.createdAt}
}

export function looseEntry(entitlement: Entitlement, world: World): Dated | null {
  const judgement = judgeUnpaid(entitlement, world)
  if (judgement === null) return null
  const {id, student, pass, createdAt, complimentary} = entitlement
  const notes: Reason[] = complimentary ? ['complimentary'] : []
  if (world.draftsOf.has(id)) notes.push('open_draft')
  noteHolder(entitlement, world, notes)
  const entry: Entry = {
    key: id,
    payment: null,
    entitlements: [id],
    student: student === null ? null : (world.people.byReference(student)?.id ?? null),
    pass: pass === null ? null : (world.catalogue.byId(pass)?.id ?? null),
    verdict: judgement.verdict,
    reasons: judgement.reasons,
    notes,
    confidence: judgement.confidence,
    evidence: [],
    repair: judgement.repair,
    dismissed: null,
  }
  return {entry: dismissed(entry, world.records.ofEntitlement(id), world), at: createdAt}
}

/** One bad record is one bad row. Records without an id are told apart by a number. */
export function unreadableEntries(unreadable: readonly Unreadable[], known: ReadonlySet<string>): Dated[] {
  const seen = new Set<string>()
  let nameless = 0
  const inOrder = unreadable.toSorted((a, b) => compareText(sortKey(a), sortKey(b)))
  return inOrder.flatMap((record): Dated[] => {
    const key = record.id ?? `unreadable-${(nameless += 1)}`
    if (known.has(key) || seen.has(key)) return []
    seen.add(key)
    return [{entry: unreadableEntry(record, key), at: Number.NEGATIVE_INFINITY}]
  })
}

function unreadableEntry({source, id, type, field}: Unreadable, key: string): Entry {
  return {
    key,
    payment: source === 'payment' ? id : null,
    entitlements: type === 'subscription' && id !== null ? [id] : [],
    student: null,
    pass: null,
    verdict: 'unreadable',
    reasons: [source === 'payment' ? 'unreadable_payment' : 'unreadable_document'],
    notes: [],
    confidence: 'check',
    evidence: [{kind: 'unreadable_field', field}],
    repair: null,
    dismissed: null,
  }
}

function sortKey({source, type, id, field}: Unreadable): string {
  return JSON.stringify([source, type, id, field])
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A dismissed mismatch keeps its verdict; it comes back when its facts are others than those it was dismissed for. */
function dismissed(entry: Entry, records: readonly RepairRecord[], world: World): Entry {
  if (records.length === 0 || !isMismatch(entry.verdict)) return entry
  const dismissals = records.filter(
    (record) => record.kind === 'dismiss' && record.undoes === null && !world.records.isUndone(record),
  )
  if (dismissals.length === 0) return entry
  const fingerprint = fingerprintOf(entry)
  const found = dismissals.find((record) => record.fingerprint === fingerprint)
  if (found === undefined) return entry
  const dismissal: Dismissal = {by: found.actor.name, at: found.at, reason: found.reason ?? ''}
  return {...entry, dismissed: dismissal}
}
