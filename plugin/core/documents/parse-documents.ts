import type {Ledger, Unreadable} from '../contract/facts.ts'
import {Fault} from '../contract/fault.ts'
import type {AccountOwner, School} from '../contract/school.ts'
import {GarbledField, isShape, type Shape} from '../contract/shape.ts'
import {parseBookings} from './parse-bookings.ts'
import {parseDraft, publishedIdOf} from './parse-draft.ts'
import {parseEntitlement} from './parse-entitlement.ts'
import {parsePass} from './parse-pass.ts'
import {schoolOfRecord} from './parse-kept-record.ts'
import {parseRecord} from './parse-record.ts'
import {parseRemarks} from './remarks-document.ts'
import {parseStudent} from './parse-student.ts'
import {parseTenant} from './parse-tenant.ts'
import {pinnedAccounts, type PinnedAccounts} from './pinned-accounts.ts'

/** The document types that judging needs; all others may be left out of what is read. */
export const READ_TYPES: ReadonlySet<string> = new Set([
  'tenant',
  'user',
  'pass',
  'subscription',
  'classInstance',
  'passRepair',
  'passRemarks',
])

export type ParseOptions = {
  /** The tenant document's id. */
  school: string
  /** School id → connected accounts, former ones too. Where given, what tenant documents say of accounts is ignored. */
  schoolAccounts?: PinnedAccounts | null
}

/** Everything but the school, while it is being collected. */
type Collected = Omit<Ledger, 'school' | 'accountOwners' | 'ignored'>

/**
 * The lake's documents in our words. Documents may be of any type, school and order; one that cannot be read is one
 * `Unreadable`, a document without `_type` is counted in `ignored`, drafts and versions are never entitlements.
 *
 * @throws Fault `not_found` where the school's tenant document is not among them; `account_unreadable` where it
 *   cannot be read, since then nobody knows whose money to look at
 * @example const ledger = parseDocuments(documents, {school: 'tenantT'})
 */
export function parseDocuments(documents: Iterable<unknown>, options: ParseOptions): Ledger {
  const {newest, ignored} = newestOfEach(documents)
  const {school, zones, accountOwners} = schoolsIn(newest, options)
  const collected: Collected = {
    passes: [],
    students: [],
    entitlements: [],
    bookings: [],
    records: [],
    remarks: [],
    drafts: [],
    unreadable: [],
  }
  for (const document of newest) {
    const zone = zones.get(tenantOf(document) ?? '') ?? school.timeZone
    try {
      collect(document, zone, collected, options.school)
    } catch (error) {
      if (!(error instanceof GarbledField)) throw error
      report(document, error.field, options.school, collected.unreadable)
    }
  }
  return {school, accountOwners, ignored, ...collected}
}

/** An export can hold a document twice; the later edit counts. Documents without `_type` are counted only. */
function newestOfEach(documents: Iterable<unknown>): {newest: Shape[]; ignored: number} {
  const byId = new Map<string, Shape>()
  const nameless: Shape[] = []
  let ignored = 0
  for (const document of documents) {
    if (!isShape(document) || typeof document['_type'] !== 'string') {
      ignored += 1
      continue
    }
    if (!READ_TYPES.has(document['_type'])) continue
    const id = document['_id']
    if (typeof id !== 'string') {
      nameless.push(document)
      continue
    }
    const known = byId.get(id)
    if (known === undefined || order(known) < order(document)) byId.set(id, document)
  }
  return {newest: [...byId.values(), ...nameless], ignored}
}

function order(document: Shape): string {
  return `${String(document['_updatedAt'])} ${String(document['_rev'])}`
}

function tenantOf(document: Shape): string | null {
  const tenant = document['tenant']
  return isShape(tenant) && typeof tenant['_ref'] === 'string' ? tenant['_ref'] : null
}

function schoolsIn(
  documents: readonly Shape[],
  {school: wanted, schoolAccounts = null}: ParseOptions,
): {school: School; zones: Map<string, string>; accountOwners: AccountOwner[]} {
  const zones = new Map<string, string>()
  const accountOwners: AccountOwner[] = []
  let school: School | null = null
  for (const document of documents) {
    if (document['_type'] !== 'tenant' || isDraft(document)) continue
    try {
      const id = document['_id']
      const pinned = pinnedAccounts(schoolAccounts, String(id))
      const tenant = parseTenant(document, pinned)
      if (tenant.id === wanted) school = tenant
      zones.set(tenant.id, tenant.timeZone)
      if (pinned === null)
        for (const account of tenant.accounts) accountOwners.push({account, school: tenant.id})
    } catch (error) {
      if (!(error instanceof GarbledField)) throw error
      if (document['_id'] !== wanted) continue
      throw new Fault('account_unreadable', `the tenant document's ${error.field} cannot be read`, {
        school: wanted,
        field: error.field,
      })
    }
  }
  if (school === null) throw new Fault('not_found', 'no tenant document of this school', {school: wanted})
  for (const [owner, accounts] of Object.entries(schoolAccounts ?? {})) {
    for (const account of accounts) accountOwners.push({account, school: owner})
  }
  return {school, zones, accountOwners}
}

function isDraft(document: Shape): boolean {
  return typeof document['_id'] === 'string' && publishedIdOf(document['_id']) !== null
}

function collect(document: Shape, zone: string, into: Collected, school: string): void {
  const id = document['_id']
  const published = typeof id === 'string' ? publishedIdOf(id) : null
  if (published !== null) {
    if (document['_type'] === 'subscription')
      into.drafts.push(parseDraft(document, published, 'subscription'))
    return
  }
  switch (document['_type']) {
    case 'subscription':
      into.entitlements.push(parseEntitlement(document, zone))
      return
    case 'user':
      into.students.push(parseStudent(document))
      return
    case 'pass': {
      const {pass, garbled} = parsePass(document, zone)
      into.passes.push(pass)
      if (garbled !== null) report(document, garbled, school, into.unreadable)
      return
    }
    case 'classInstance':
      // A class at another school was not taken with a pass of this one.
      if ((tenantOf(document) ?? school) !== school) return
      into.bookings.push(...parseBookings(document, zone))
      return
    case 'passRepair':
      into.records.push(parseRecord(document))
      return
    case 'passRemarks':
      if (schoolOfRecord(document) === school) into.remarks.push(parseRemarks(document))
  }
}

/** One bad record is one bad row, but only at the school that it belongs to, where that can still be told. */
function report(document: Shape, field: string, school: string, into: Unreadable[]): void {
  const owner = tenantOf(document)
  if (owner !== null && owner !== school) return
  const id = document['_id']
  into.push({
    source: 'document',
    id: typeof id === 'string' && id !== '' ? id : null,
    type: String(document['_type']),
    field,
  })
}
