import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import {isBlind, reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {auditOptions, USAGE, type AuditOptions} from './audit-options.ts'
import {printCsv} from './print-csv.ts'
import {printJson} from './print-json.ts'
import {printTable} from './print-table.ts'
import {readExport} from './read-export.ts'
import {readSessions} from './read-sessions.ts'

/** Where a command writes, and what time it is. */
export type Streams = {
  out: {write: (text: string) => unknown}
  err: {write: (text: string) => unknown}
  now: number
}

/** What exit codes say: https://tldp.org/LDP/abs/html/exitcodes.html leaves 0, 1 and 2 to us. */
const IN_ORDER = 0
const MISMATCHES = 1
const UNREAD = 2

/**
 * `stripe-passes audit`: the same engine on files, for whoever wants a report without deploying anything. Prints the
 * entries and answers 0 (no mismatch), 1 (mismatches) or 2 (could not read). Nothing is written anywhere.
 */
export async function audit(args: readonly string[], {out, err, now}: Streams): Promise<0 | 1 | 2> {
  const options = auditOptions(args, now)
  if (typeof options === 'string') {
    err.write(`${options}\n\n${USAGE}`)
    return UNREAD
  }
  try {
    const {facts, complaints} = await readFacts(options)
    for (const complaint of complaints) err.write(`${complaint}\n`)
    const {now: asOf, transitMinutes, live} = options
    const reconciliation = reconcile(facts, {now: asOf, transitMinutes, live})
    if (reconciliation.fault !== null) err.write(`${whyBlind(facts)}\n`)
    const printed = {table: printTable, json: printJson, csv: printCsv}[options.print](facts, reconciliation)
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

async function readFacts({
  dataset,
  payments,
  school,
}: AuditOptions): Promise<{facts: Facts; complaints: string[]}> {
  const documents = await readExport(dataset)
  const sessions = await readSessions(payments)
  const ledger = parseDocuments(documents.documents, {school})
  const base = {...ledger, payments: sessions.payments, denied: sessions.denied, read: null}
  const unreadable = [...ledger.unreadable, ...documents.unreadable, ...sessions.unreadable]
  // Of several accounts that could not be read, one that matters here is enough to see nothing.
  const blind = sessions.blind.find((one) => isBlind({...base, unreadable, blind: one})) ?? null
  return {
    facts: {...base, unreadable, blind},
    complaints: [...documents.complaints, ...sessions.complaints],
  }
}

function whyBlind({blind, school}: Facts): string {
  if (blind === null)
    return `two schools claim ${school.accounts.join(', ')}: nobody knows whose payments these are`
  const {account, code, message} = blind
  return `cannot see ${account ?? 'the platform’s own account'}: ${message} (${code}). Nothing is said about payment.`
}

function faultOf(error: unknown): {code: string; message: string} | null {
  if (error instanceof Fault) return {code: error.code, message: error.message}
  const isFile = error instanceof Error && 'code' in error && 'syscall' in error
  return isFile ? {code: 'invalid_request', message: error.message} : null
}
