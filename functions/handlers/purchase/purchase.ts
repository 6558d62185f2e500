import type {Delivery} from '../../../plugin/core/contract/delivery.ts'
import type {Entitlement} from '../../../plugin/core/contract/entitlement.ts'
import type {Ledger} from '../../../plugin/core/contract/facts.ts'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {DAY, HOUR, MINUTE, SECOND} from '../../../plugin/core/contract/instant.ts'
import type {Payment} from '../../../plugin/core/contract/payment.ts'
import type {PurchaseAnswer} from '../../../plugin/core/contract/purchase.ts'
import {answers} from '../../../plugin/core/reconcile/answers.ts'
import {personOf} from '../../../plugin/core/reconcile/people.ts'
import {accountsOf} from '../../access/accounts-of.ts'
import type {HealthCase} from '../health/health-case.ts'
import {type JudgedSales, judgeSales} from '../health/judged-sales.ts'
import {stripeLinks} from '../health/stripe-links.ts'
import {tell} from '../health/told.ts'
import {type PurchaseEvidence, purchaseSteps} from './purchase-steps.ts'

/** A checkout may have been open for a while before somebody pays. */
const OPENED_BEFORE = HOUR
/** A clock that runs a little behind Stripe's must not hide what has just been bought. */
const AHEAD = 5 * MINUTE

export type PurchaseQuestion = {
  /** From when on a purchase counts; null: from now on. */
  since: number | null
  /** Only a purchase of this pass; null: of any. */
  pass: string | null
}

/**
 * How far the first purchase since a moment has come, from the money to the student's own screen. Nothing is written,
 * and nothing is remembered: whoever asks again names the same moment.
 *
 * @throws Fault `invalid_request` for a moment that is over a day old or to come; `account_unreadable`
 */
export async function purchase(of: HealthCase, {since, pass}: PurchaseQuestion): Promise<PurchaseAnswer> {
  const asOf = of.now()
  const from = since ?? asOf
  if (from > asOf + AHEAD || from < asOf - DAY)
    throw new Fault('invalid_request', 'a purchase is watched for a day at most', {parameter: 'since'})
  // Stripe counts whole seconds.
  const second = Math.floor(from / SECOND) * SECOND
  const {account, ledger, judged} = await judgeSince(of, second)
  const wanted = judged.payments.filter((payment) => isWanted(payment, pass, judged))
  const [bought = null] = wanted
    .filter(({paid, paidAt}) => paid && paidAt >= second)
    .toSorted((a, b) => a.paidAt - b.paidAt)
  const entry = judged.entries.get(bought?.id ?? '') ?? null
  const [held = null] = ledger.entitlements
    .filter(({id}) => entry?.entitlements.includes(id))
    .toSorted((a, b) => a.createdAt - b.createdAt)
  const evidence: PurchaseEvidence = {
    isOpen: wanted.some(({paid, status, createdAt}) => !paid && status === 'open' && createdAt >= second),
    bought,
    entry,
    held,
    writes: of.config.webhookWrites,
    eventsLink: stripeLinks(of.config.live).events(account),
    ...(await readDelivery(of, {account, bought, since: second})),
    ...(await readShown(of, {held, ledger})),
  }
  const sold = entry?.pass ?? bought?.names.pass ?? null
  return {
    school: of.school,
    since: from,
    asOf,
    live: of.config.live,
    payment: bought && {
      id: bought.id,
      amount: bought.total,
      pass: sold === null ? null : {id: sold, name: judged.passes.get(sold)?.name ?? null},
    },
    student: entry?.student ?? null,
    entitlement: held?.id ?? null,
    steps: purchaseSteps(evidence, asOf),
  }
}

async function judgeSince(
  of: HealthCase,
  since: number,
): Promise<{account: string; ledger: Ledger; judged: JudgedSales}> {
  const book = of.ledger.open(of.school)
  await book.readBasics()
  const [account = ''] = accountsOf(book.ledger())
  const period = {from: since - OPENED_BEFORE, to: of.now() + AHEAD}
  const sessions = {value: await of.stripe.sessions(account, period)}
  const {value: judged, fault} = await judgeSales(of, {book, ledger: {value: book.ledger()}, sessions})
  if (judged === undefined) throw fault
  return {account, ledger: book.ledger(), judged}
}

function isWanted({id, names}: Payment, pass: string | null, {entries}: JudgedSales): boolean {
  const entry = entries.get(id)
  const sold = entry?.pass ?? names.pass
  if (pass !== null) return sold === pass
  return sold !== null || (entry !== undefined && entry.verdict !== 'excluded')
}

type Delivered = Pick<PurchaseEvidence, 'noted' | 'untaken' | 'eventsRead'>

/** What a webhook noted of the purchase. Stripe is asked only while nothing is noted. */
async function readDelivery(
  {stripe, lake, school, now}: HealthCase,
  {account, bought, since}: {account: string; bought: Payment | null; since: number},
): Promise<Delivered> {
  if (bought === null) return {noted: null, untaken: null, eventsRead: true}
  const {items} = await lake.deliveries({school, accounts: [account], since: since - OPENED_BEFORE})
  const noted = bestOf(items.filter(({session}) => session === bought.id))
  if (noted !== null) return {noted, untaken: null, eventsRead: true}
  const period = {from: Math.min(since, bought.createdAt), to: now() + AHEAD}
  const {value: events} = await tell(() => stripe.events(account, period))
  const told = events?.items.find(({session}) => session === bought.id)
  return {noted, untaken: told?.pending ?? null, eventsRead: events !== undefined}
}

/** Two webhooks may have been told of one sale: what one of them did is what counts. */
function bestOf(noted: readonly Delivery[]): Delivery | null {
  return noted.find(({state}) => state === 'success') ?? noted[0] ?? null
}

type Shown = Pick<PurchaseEvidence, 'isShown' | 'hidden'>

/** Asks the lake what the student's own site asks it; where it does not find the pass, says what is in the way. */
async function readShown(
  {lake, school, now}: HealthCase,
  {held, ledger}: {held: Entitlement | null; ledger: Ledger},
): Promise<Shown> {
  if (held === null) return {isShown: false, hidden: null}
  const at = now()
  const student = ledger.students.find(
    ({id, clerkId}) => id === held.student || (clerkId !== null && clerkId === held.student),
  )
  const found = student === undefined ? [] : await lake.shownTo({person: personOf(student), school, now: at})
  const {shown} = answers(held, ledger, at)
  const isShown = found.includes(held.id)
  return {isShown, hidden: isShown ? null : (shown.clauses.find(({holds}) => !holds)?.clause ?? null)}
}
