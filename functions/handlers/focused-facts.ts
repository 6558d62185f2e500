import type {Facts, Ledger} from '../../plugin/core/contract/facts.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Student} from '../../plugin/core/contract/student.ts'
import type {Choice} from '../../plugin/core/contract/repair.ts'
import {isKnownHere} from '../../plugin/core/reconcile/where-known.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Named, Reading, SchoolBook} from '../ports.ts'
import {confirmReferences, findOn} from './confirm-references.ts'
import {createIsOfSchool, isPayment, namedBy, partsOf, referencesOf} from './readings.ts'
import type {RequestCase} from './request-case.ts'

// A pass granted by hand without ids may be for a payment of the two weeks before it.
const BEFORE_GRANT = 15 * DAY
const AFTER_GRANT = DAY

type Read = Pick<Facts, 'denied' | 'read'> & {readings: Reading[]}

/**
 * Everything that judging one payment needs, freshly read: the session, what else was paid with its email, the people
 * it names and whatever they hold.
 *
 * @param id a session's or a payment intent's
 * @returns `payment`: the session's id, whichever id it was asked for by
 * @throws Fault `not_found` when no account of the school knows it
 */
export async function factsOfPayment(
  of: RequestCase,
  id: string,
  choice: Choice = {},
): Promise<{facts: Facts; payment: string}> {
  const book = of.ledger.open(of.school)
  await book.readBasics({references: [id]})
  const accounts = accountsOf(book.ledger())
  const onConnected = await findOn(of.payments, accounts, id)
  const reading = onConnected ?? (await findOnPlatform(of, book, id))
  if (reading?.id == null)
    throw new Fault('not_found', 'Stripe knows no such payment of this school', {payment: id})
  const [others] = await Promise.all([
    sameEmail(of, book, reading),
    book.add(merge(namedBy([reading]), chosen(choice))),
  ])
  const paid = [reading, ...others.filter((other) => other.id !== reading.id)]
  const {readings, denied} = await settleClaims(of, accounts, book, {reading, paid, choice})
  return {
    facts: toFacts(book, {readings, denied, read: readNothing(accounts, of.now())}),
    payment: reading.id,
  }
}

/**
 * A pass of the same kind that none of these payments explains is another's, bought with another email, or this one's,
 * granted by hand: for those Stripe is asked which ids are real, and the lake what the other payments were granted.
 */
async function settleClaims(
  {payments, config}: RequestCase,
  accounts: readonly string[],
  book: SchoolBook,
  {reading, paid, choice}: {reading: Reading; paid: Reading[]; choice: Choice},
): Promise<{readings: Reading[]; denied: string[]}> {
  const named = new Set([...namedBy([reading]).passes, ...chosen(choice).passes])
  const known = new Set(paid.flatMap(referencesOf))
  const open = book.ledger().entitlements.filter(
    ({pass, session, paymentIntent}) =>
      // Where nothing names the pass its text does, and any may be meant.
      (named.size === 0 || named.has(pass ?? '')) &&
      !known.has(session ?? '') &&
      !known.has(paymentIntent ?? ''),
  )
  if (open.length === 0) return {readings: paid, denied: []}
  const asked = await confirmReferences({payments, accounts, live: config.live}, open, known)
  const readings = [...paid, ...asked.readings]
  await book.add({references: readings.flatMap(referencesOf)})
  return {readings, denied: asked.denied}
}

/** The same for a pass whose payment is in question: its ids are asked for, or the weeks around its making read. */
export async function factsOfEntitlement(of: RequestCase, id: string, choice: Choice = {}): Promise<Facts> {
  const book = of.ledger.open(of.school)
  await book.readBasics({entitlements: [id]})
  const held = book.ledger().entitlements.find((entitlement) => entitlement.id === id)
  if (!held) throw new Fault('not_found', 'no such pass is held', {entitlement: id})
  const accounts = accountsOf(book.ledger())
  const {payments, config} = of
  const asked = await confirmReferences({payments, accounts, live: config.live}, [held], new Set())
  const around = asked.readings.length === 0 ? await readAround(of, accounts, held) : {readings: [], read: []}
  const readings = [...asked.readings, ...around.readings]
  await book.add(merge(namedBy(readings), chosen(choice)))
  return toFacts(book, {readings, denied: asked.denied, read: around.read})
}

/**
 * What giving a pass away needs: the person, the catalogue, and whether it was given already. Stripe is asked only of
 * whom the school's own record does not know: who paid here and was granted nothing is known here too.
 */
export async function factsOfGift(of: RequestCase, id: string, choice: Choice = {}): Promise<Facts> {
  const book = of.ledger.open(of.school)
  await book.readBasics({entitlements: [id]})
  await book.add(chosen(choice))
  const facts = toFacts(book, {readings: [], denied: [], read: []})
  const {student} = choice
  if (student === undefined || facts.school.accounts.length === 0 || isKnownHere(facts, student)) return facts
  const own = facts.students.filter((one) => one.id === student)
  return toFacts(book, {readings: await readByEmail(of, book, own), denied: [], read: []})
}

/** What taking a repair back needs: the passes, whoever holds them, and what these booked. */
export async function factsOfPasses(of: RequestCase, ids: readonly string[]): Promise<Facts> {
  const book = of.ledger.open(of.school)
  await book.readBasics({entitlements: ids})
  if (ids.length > 0) await book.add({})
  return toFacts(book, {readings: [], denied: [], read: []})
}

/**
 * What one person holds and paid: the payments behind their passes, and all with an email of theirs. Sessions that
 * only name their Clerk id are found by the school's scan, which this does not wait for.
 */
export async function factsOfStudent(of: RequestCase, id: string): Promise<Facts> {
  const book = of.ledger.open(of.school)
  await book.readBasics()
  await book.add({people: [id]})
  const {students, entitlements} = book.ledger()
  const accounts = accountsOf(book.ledger())
  const {payments, config} = of
  const byEmail = await readByEmail(of, book, students)
  const known = new Set(byEmail.flatMap(referencesOf))
  const asked = await confirmReferences({payments, accounts, live: config.live}, entitlements, known)
  const readings = [...byEmail, ...asked.readings]
  // A student of another school only is nobody here: who may act for this school is not told their name.
  if (readings.length === 0 && !isKnownAt(book.ledger())) {
    throw new Fault('not_found', 'no such student at this school', {student: id})
  }
  await book.add(namedBy(readings))
  return toFacts(book, {readings, denied: asked.denied, read: readNothing(accounts, of.now())})
}

/** What was paid at the school with these people's emails. */
async function readByEmail(
  {payments}: RequestCase,
  book: SchoolBook,
  people: readonly Student[],
): Promise<Reading[]> {
  const emails = [...new Set(people.flatMap(({email}) => email ?? []))]
  const lists = await Promise.all(
    accountsOf(book.ledger()).flatMap((account) => emails.map((email) => payments.byEmail(account, email))),
  )
  return lists.flat()
}

function isKnownAt({school, students, entitlements}: Ledger): boolean {
  return [...students, ...entitlements].some((document) => document.school === school.id)
}

/** What was read, as facts. */
export function toFacts(book: SchoolBook, {readings, denied, read}: Read): Facts {
  const ledger = book.ledger()
  // One payment may be found by its id and by its email.
  const {payments, unreadable} = partsOf([
    ...new Map(readings.map((reading) => [reading.id, reading])).values(),
  ])
  return {...ledger, unreadable: [...ledger.unreadable, ...unreadable], payments, denied, blind: null, read}
}

/** The platform's own account was everybody's: only what is this school's is found there. */
export async function findOnPlatform(
  {payments}: RequestCase,
  book: SchoolBook,
  id: string,
): Promise<Reading | null> {
  const reading = await payments.byId(null, id)
  return reading && createIsOfSchool(book.ledger())(reading) ? reading : null
}

async function sameEmail({payments}: RequestCase, book: SchoolBook, reading: Reading): Promise<Reading[]> {
  if (!isPayment(reading) || reading.email === null) return []
  const readings = await payments.byEmail(reading.account, reading.email)
  return reading.account === null ? readings.filter(createIsOfSchool(book.ledger())) : readings
}

async function readAround(
  {payments, now}: RequestCase,
  accounts: readonly string[],
  {createdAt}: Entitlement,
): Promise<{readings: Reading[]; read: NonNullable<Facts['read']>}> {
  const period = {from: createdAt - BEFORE_GRANT, to: Math.min(createdAt + AFTER_GRANT, now())}
  const lists = await Promise.all(accounts.map((account) => payments.created(account, period)))
  return {readings: lists.flat(), read: accounts.map((account) => ({account, ...period}))}
}

/** No period was searched: so of a pass without ids nothing is said, and never "no payment". */
export function readNothing(accounts: readonly string[], now: number): NonNullable<Facts['read']> {
  return accounts.map((account) => ({account, from: now, to: now}))
}

/** Whom and what a person chose, to be looked up too. */
export function chosen({student, pass}: Choice): Named {
  return {
    people: student === undefined ? [] : [student],
    passes: pass === undefined ? [] : [pass],
    emails: [],
    entitlements: [],
    references: [],
  }
}

function merge(named: Named, more: Partial<Named>): Partial<Named> {
  return {
    ...named,
    people: [...named.people, ...(more.people ?? [])],
    passes: [...named.passes, ...(more.passes ?? [])],
  }
}
