import type {Entitlement} from '../core/contract/entitlement.ts'
import type {Facts, Unreadable} from '../core/contract/facts.ts'
import type {Pass} from '../core/contract/pass.ts'
import type {Payment} from '../core/contract/payment.ts'
import type {Remarks} from '../core/contract/remark.ts'
import type {RepairRecord} from '../core/contract/repair.ts'
import type {School} from '../core/contract/school.ts'
import type {Student} from '../core/contract/student.ts'

/** Finds things by id, however many there are. */
export type Lookup<Item> = {get: (id: string) => Item | undefined}

/** The same facts by id, since entries name facts by id only. */
export type FactsIndex = {
  school: School
  payments: Lookup<Payment>
  entitlements: Lookup<Entitlement>
  passes: ReadonlyMap<string, Pass>
  students: ReadonlyMap<string, Student>
  /** Records of the wrong shape, by their id. */
  unreadable: ReadonlyMap<string, Unreadable>
  /** What was done for a payment or an entitlement, newest first. */
  records: ReadonlyMap<string, readonly RepairRecord[]>
  /** What colleagues said of an entry, by the key that it had then. */
  remarks: ReadonlyMap<string, Remarks>
}

export function indexFacts(facts: Facts): FactsIndex {
  return {
    ...indexBasics(facts),
    payments: byId(facts.payments),
    entitlements: byId(facts.entitlements),
  }
}

/** Everything but payments and entitlements, of which there are ten times as many. */
export type Basics = Pick<Facts, 'school' | 'passes' | 'students' | 'unreadable' | 'records' | 'remarks'>

export function indexBasics(basics: Basics): Omit<FactsIndex, 'payments' | 'entitlements'> {
  const records = new Map<string, RepairRecord[]>()
  for (const record of basics.records.toSorted((a, b) => b.at - a.at)) {
    for (const id of new Set([record.payment, ...record.entitlements])) {
      if (id !== null) records.set(id, [...(records.get(id) ?? []), record])
    }
  }
  return {
    school: basics.school,
    passes: byId(basics.passes),
    students: byId(basics.students),
    unreadable: new Map(
      basics.unreadable.flatMap((record) => (record.id === null ? [] : [[record.id, record]])),
    ),
    records,
    remarks: new Map(basics.remarks.map((remarks) => [remarks.about, remarks])),
  }
}

function byId<Item extends {id: string}>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
