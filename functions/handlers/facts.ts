import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {FactsPart, Ledger} from '../../plugin/core/contract/facts.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Named, Reading} from '../ports.ts'
import {confirmReferences, type Confirmation} from './confirm-references.ts'
import type {FactsRange} from './facts-cursor.ts'
import {ledgerLines, monthLines} from './facts-lines.ts'
import {windowsOf} from './read-months.ts'
import {allOf, isPayment, namedBy} from './readings.ts'
import type {SchoolReading} from './request-case.ts'
import {beginMonths} from './send-months.ts'
import {withoutOthers} from './without-others.ts'

export type SendPart = (part: FactsPart) => Promise<void>

/**
 * Streams what is known of a school and period: payments by month, newest first and each as soon as it is read, then
 * the ledger, then what was read. Months that a broken stream had sent are not sent again.
 */
export async function streamFacts(of: SchoolReading, range: FactsRange, send: SendPart): Promise<void> {
  const asOf = of.now()
  await send({part: 'progress', read: 0, about: null})
  const book = of.ledger.open(of.school)
  await book.readBasics()
  const accounts = accountsOf(book.ledger())
  const windows = windowsOf(accounts, range)
  const sendMonths = beginMonths(of, {range, windows, send})
  await book.readWhole()

  const sent = await sendMonths(book.ledger())
  const [confirmed, upkeep] = await Promise.all([
    confirm(of, accounts, book.ledger(), sent.named),
    of.ledger.upkeep({id: of.school, accounts}),
  ])
  for (const [month, readings] of byMonth(confirmed.readings)) {
    for (const line of monthLines(month, readings, {before: sent.cursor, after: sent.cursor}))
      await send(line)
  }
  const named = allOf([...sent.named, namedBy(confirmed.readings)])
  await book.add(named)
  for (const line of ledgerLines(withoutOthers(book.ledger(), named))) await send(line)
  const {elsewhere} = sent
  const {denied, unchecked} = confirmed
  const read = windows.map(({account, from, to}) => ({account, from, to: Math.min(to, asOf)}))
  await send({part: 'done', asOf, read, denied, elsewhere, unchecked, upkeep})
}

/** Only what is held now is asked for: a pass that ended makes no mismatch, paid or not. */
function confirm(
  {payments, config, now}: SchoolReading,
  accounts: readonly string[],
  {school, passes, entitlements}: Ledger,
  named: readonly Named[],
): Promise<Confirmation> {
  const ours = new Set(passes.flatMap((pass) => (pass.school === school.id ? [pass.id] : [])))
  const isHeldHere = (held: Entitlement): boolean =>
    held.active &&
    (held.ends?.at ?? Infinity) > now() &&
    (held.school === school.id || (held.school === null && ours.has(held.pass ?? '')))
  const newestFirst = entitlements.filter(isHeldHere).toSorted((a, b) => b.createdAt - a.createdAt)
  const known = new Set(named.flatMap(({references}) => references))
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
