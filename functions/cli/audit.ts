import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {isBlind, reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import type {ReconcileOptions} from '../../plugin/core/reconcile/setting.ts'
import {auditOptions, USAGE, type AuditOptions, type AuditSource} from './audit-options.ts'
import {demandNamed, schoolsIn} from './demand-named.ts'
import {printCsv} from './print-csv.ts'
import {printJson} from './print-json.ts'
import {printTable} from './print-table.ts'
import {readExport} from './read-export.ts'
import {readLive, type FarSides} from './read-live.ts'
import {readSessions} from './read-sessions.ts'
import {schemaOf} from './schema-of.ts'

/** Where a command writes, what time it is, and whom it can ask. */
export type Surroundings = FarSides & {
  out: {write: (text: string) => unknown}
  err: {write: (text: string) => unknown}
  now: number
}

/** What exit codes say: https://tldp.org/LDP/abs/html/exitcodes.html leaves 0, 1 and 2 to us. */
const IN_ORDER = 0
const MISMATCHES = 1
const UNREAD = 2

/**
 * `stripe-passes audit`: the same engine on files or, where none are given, on what live keys can read, for whoever
 * wants a report without deploying anything. Prints the entries and answers 0 (no mismatch), 1 (mismatches) or 2 (could not read). Nothing is written anywhere.
 */
export async function audit(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const {out, err, now} = surroundings
  const options = auditOptions(args, now)
  if (typeof options === 'string') {
    err.write(`${options}\n\n${USAGE}`)
    return UNREAD
  }
  try {
    const {facts, complaints, money, schema} = await readFacts(options, surroundings)
    for (const complaint of complaints) err.write(`${complaint}\n`)
    const {now: asOf, transitMinutes} = options
    const reconciliation = reconcile(facts, {now: asOf, transitMinutes, ...money})
    if (reconciliation.fault !== null) err.write(`${whyBlind(facts)}\n`)
    const printed = {table: printTable, json: printJson, csv: printCsv}[options.print](
      facts,
      reconciliation,
      schema,
    )
    out.write(printed)
    if (reconciliation.fault !== null) return UNREAD
    return reconciliation.totals.mismatches === 0 ? IN_ORDER : MISMATCHES
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    err.write(`${fault.message}\n`)
    if (options.print === 'json') {
      const {school, now: asOf} = options
      out.write(
        `${JSON.stringify({school, asOf: toIso(asOf), fault: fault.code, entries: [], totals: null})}\n`,
      )
    }
    return UNREAD
  }
}

/** `money`: which of it counts. */
type ReadFacts = {
  facts: Facts
  complaints: string[]
  money: Pick<ReconcileOptions, 'live' | 'application'>
  schema: SchoolSchema
}

async function readFacts({source, school, now}: AuditOptions, farSides: FarSides): Promise<ReadFacts> {
  if (source.from === 'files') return readFiles(source, school, schemaOf(farSides))
  const {facts, complaints, config} = await readLive({school, now, ...source.period}, farSides)
  const {live, application, schema} = config
  return {facts, complaints, money: {live, application}, schema}
}

async function readFiles(
  {dataset, payments, live}: Extract<AuditSource, {from: 'files'}>,
  school: string,
  schema: SchoolSchema,
): Promise<ReadFacts> {
  const documents = await readExport(dataset, schema)
  const sessions = await readSessions(payments)
  demandNamed(school, schoolsIn(documents.documents))
  const ledger = parseDocuments(documents.documents, {school})
  const base = {...ledger, payments: sessions.payments, denied: sessions.denied, read: null}
  const unreadable = [...ledger.unreadable, ...documents.unreadable, ...sessions.unreadable]
  // Of several accounts that could not be read, one that matters here is enough to see nothing.
  const blind = sessions.blind.find((one) => isBlind({...base, unreadable, blind: one})) ?? null
  return {
    facts: {...base, unreadable, blind},
    complaints: [...documents.complaints, ...sessions.complaints],
    money: {live},
    schema,
  }
}

function whyBlind({blind, school}: Facts): string {
  if (blind === null)
    return `two schools claim ${school.accounts.join(', ')}: nobody knows whose payments these are`
  const {account, code, message} = blind
  return `cannot see ${account ?? 'the platform’s own account'}: ${message} (${code}). Nothing is said about payment.`
}

function faultOf(error: unknown): {code: string; message: string} | null {
  if (error instanceof Fault) return {code: error.code, message: `${error.message}${detailsOf(error)}`}
  const isFile = error instanceof Error && 'code' in error && 'syscall' in error
  return isFile ? {code: 'invalid_request', message: error.message} : null
}

/** Which account, setting or permission: names and ids, never a secret. */
function detailsOf({detail}: Fault): string {
  const details = Object.entries(detail).map(([name, value]) => `${name} ${value}`)
  return details.length === 0 ? '' : ` (${details.join(', ')})`
}
