import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Facts, Unreadable} from '../../plugin/core/contract/facts.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import {toPayment} from '../../functions/stripe/to-payment.ts'

const FOLDER = join(import.meta.dirname, '../scenarios')

type Json = Record<string, unknown>

export type ExpectedEntry = {
  payment?: string | null
  entitlements?: string[]
  student?: string | null
  pass?: string | null
  verdict?: string
  reasons?: string[]
  confidence?: string
  repair?: {kind: string; changes?: Json[]; untouched?: string[]; choices?: Json[]} | null
}

/** A file of test/scenarios, as its README describes it. */
export type Scenario = {
  file: string
  name: string
  now: string
  school: string
  uses?: string[]
  documents: Json[]
  payments: (Json & {account: string | null})[]
  denied?: string[]
  unreadable?: {account: string | null; error: {code?: string; message?: string}}
  expect: {fault?: string | null; entries: ExpectedEntry[]}
}

export function readScenarios(): Scenario[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d.*\.json$/.test(file))
    .sort()
    .map(read)
}

// The files are ours and their shape is what the tests then check.
function read(file: string): Scenario {
  return {...JSON.parse(readFileSync(join(FOLDER, file), 'utf8')), file}
}

/** All documents of a scenario, those of its fixtures first. */
export function documentsOf({uses = [], documents}: Scenario): Json[] {
  return [...uses.flatMap((name) => read(`fixtures/${name}.json`).documents), ...documents]
}

/** @param shaped how a document came to be in the platform's shape, where it was not */
export function factsOf(
  scenario: Scenario,
  shaped: (document: Json) => unknown = (document) => document,
): Facts {
  const payments: Payment[] = []
  const unreadable: Unreadable[] = []
  for (const session of scenario.payments) {
    const payment = toPayment(session, session.account)
    if ('source' in payment) unreadable.push(payment)
    else payments.push(payment)
  }
  const ledger = parseDocuments(documentsOf(scenario).map(shaped), {school: scenario.school})
  const {account, error} = scenario.unreadable ?? {account: null, error: null}
  return {
    ...ledger,
    unreadable: [...ledger.unreadable, ...unreadable],
    payments,
    denied: scenario.denied ?? [],
    blind: error === null ? null : {account, code: error.code ?? '', message: error.message ?? ''},
    read: null,
  }
}

/** Types that the members' schools could not hold: they have a name of their own for each that there is. */
const NOT_THEIRS: ReadonlySet<unknown> = new Set(['multi', 'unlimited'])

export function couldBeMembers(scenario: Scenario): boolean {
  return !documentsOf(scenario).some(({_type, type}) => _type === 'subscription' && NOT_THEIRS.has(type))
}
