import type {RepairRecord} from '../contract/repair.ts'

/** What was done before, by payment and by entitlement, newest first. */
export type Records = {
  ofPayment: (payment: string) => readonly RepairRecord[]
  ofEntitlement: (entitlement: string) => readonly RepairRecord[]
  /** Whether another record took it back, and that one still stands. */
  isUndone: (record: RepairRecord) => boolean
}

const NONE: readonly RepairRecord[] = []

export function indexRecords(records: readonly RepairRecord[]): Records {
  const ofPayment = new Map<string, RepairRecord[]>()
  const ofEntitlement = new Map<string, RepairRecord[]>()
  const undoneBy = new Map<string, RepairRecord>()
  const newestFirst = [...records].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  for (const record of newestFirst) {
    if (record.payment !== null) push(ofPayment, record.payment, record)
    for (const id of record.entitlements) push(ofEntitlement, id, record)
    if (record.undoes !== null && !undoneBy.has(record.undoes)) undoneBy.set(record.undoes, record)
  }
  const isUndone = (record: RepairRecord, depth = 0): boolean => {
    const by = undoneBy.get(record.id)
    // A chain of undoing cannot be longer than there are records; a ring of them is damage and ends here.
    return by !== undefined && depth <= records.length && !isUndone(by, depth + 1)
  }
  return {
    ofPayment: (payment) => ofPayment.get(payment) ?? NONE,
    ofEntitlement: (entitlement) => ofEntitlement.get(entitlement) ?? NONE,
    isUndone: (record) => isUndone(record),
  }
}

function push(to: Map<string, RepairRecord[]>, key: string, record: RepairRecord): void {
  const known = to.get(key)
  if (known === undefined) to.set(key, [record])
  else known.push(record)
}
