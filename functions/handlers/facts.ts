import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {FactsPart, Ledger} from '../../plugin/core/contract/facts.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Reading} from '../ports.ts'
import {confirmReferences, type Confirmation} from './confirm-references.ts'
import {toCursor, type FactsRange} from './facts-cursor.ts'
import {type MonthOfReadings, readMonths, windowsOf} from './read-months.ts'
import {createIsOfSchool, isPayment, namedBy, partsOf, referencesOf} from './readings.ts'
import type {RequestCase} from './request-case.ts'

export type SendPart = (part: FactsPart) => Promise<void>

/**
 * Streams what is known of a school and period: payments by month, newest first and each as soon as it is read, then
 * the ledger, then what was read. Months that a broken stream had sent are read for what they name, and not sent.
 */
export async function streamFacts(of: RequestCase, range: FactsRange, send: SendPart): Promise<void> {
  const asOf = of.now()
  await send({part: 'progress', read: 0, about: null})
  const book = of.ledger.open(of.school)
  await book.readBasics()
  const accounts = accountsOf(book.ledger())
  const windows = windowsOf(accounts, range)
  const months = readMonths(of.payments, windows, (read) => send({part: 'progress', read, about: null}))
  await book.readWhole()

  const sent = await sendMonths(months, {range, ledger: book.ledger(), send})
  const confirmed = await confirm(of, accounts, book.ledger(), sent.readings)
  for (const [month, readings] of byMonth(confirmed.readings)) {
    await send({part: 'payments', month, ...partsOf(readings), cursor: sent.cursor})
  }
  await book.add(namedBy([...sent.readings, ...confirmed.readings]))
  await send({part: 'ledger', ledger: book.ledger()})
  const {elsewhere} = sent
  const {denied, unchecked} = confirmed
  const read = windows.map(({account, from, to}) => ({account, from, to: Math.min(to, asOf)}))
  await send({part: 'done', asOf, read, denied, elsewhere, unchecked})
}

async function sendMonths(
  months: readonly MonthOfReadings[],
  {range, ledger, send}: {range: FactsRange; ledger: Ledger; send: SendPart},
): Promise<{readings: Reading[]; elsewhere: number; cursor: string}> {
  const isOfSchool = createIsOfSchool(ledger)
  const readings: Reading[] = []
  let elsewhere = 0
  let cursor = toCursor(range, range.sentDownTo ?? '9999-12')
  for (const {month, read} of months) {
    const {own, shared} = await read
    const ours = [...own, ...shared.filter(isOfSchool)]
    elsewhere += own.length + shared.length - ours.length
    readings.push(...ours)
    if (range.sentDownTo !== null && month >= range.sentDownTo) continue
    cursor = toCursor(range, month)
    await send({part: 'payments', month, ...partsOf(ours), cursor})
  }
  return {readings, elsewhere, cursor}
}

/** Only what is held now is asked for: a pass that ended makes no mismatch, paid or not. */
function confirm(
  {payments, config, now}: RequestCase,
  accounts: readonly string[],
  {school, passes, entitlements}: Ledger,
  readings: readonly Reading[],
): Promise<Confirmation> {
  const ours = new Set(passes.flatMap((pass) => (pass.school === school.id ? [pass.id] : [])))
  const isHeldHere = (held: Entitlement): boolean =>
    held.active &&
    (held.ends?.at ?? Infinity) > now() &&
    (held.school === school.id || (held.school === null && ours.has(held.pass ?? '')))
  const newestFirst = entitlements.filter(isHeldHere).toSorted((a, b) => b.createdAt - a.createdAt)
  const known = new Set(readings.flatMap(referencesOf))
  return confirmReferences({payments, accounts, live: config.live}, newestFirst, known)
}

function byMonth(readings: readonly Reading[]): Map<string, Reading[]> {
  const months = new Map<string, Reading[]>()
  for (const reading of readings) {
    const month = isPayment(reading) ? new Date(reading.createdAt).toISOString().slice(0, 7) : 'unknown'
    months.set(month, [...(months.get(month) ?? []), reading])
  }
  return months
}
