import type Stripe from 'stripe'
import {createAccountControl, type AccountControl} from './account-control.ts'
import type {Books} from './books.ts'
import {enterSession} from './enter-session.ts'
import {giveBack} from './give-back.ts'
import {begun, settlePayment, settleRefund} from './late-money.ts'
import type {SessionSeed} from './objects/checkout-session.ts'
import {dispute as newDispute} from './objects/dispute.ts'
import type {Ids} from './objects/ids.ts'
import {paymentOf} from './objects/session-payment.ts'
import type {Store} from './store.ts'
import type {Webhooks} from './webhooks.ts'

/**
 * What happens in the world and that no API call of the product could do: a buyer pays, a bank disputes, a
 * school lets the platform go. Each resolves when every listening endpoint has been told.
 */
export interface Control extends AccountControl {
  /** A sale that was just made. */
  sell(session: SessionSeed): Promise<Stripe.Event>
  /** A checkout that a buyer has before them, made as `checkoutSession({status: 'open', …})`. */
  openCheckout(session: SessionSeed): void
  /** Tells the listening endpoints of an event once more. */
  resend(event: string): Promise<Stripe.Event>
  /** Whether endpoints can be reached. While they cannot, what happens stays pending. */
  reachEndpoints(isPossible: boolean): void
  /** What some endpoint has not taken yet, oldest first. */
  pendingEvents(): Stripe.Event[]
  /** Tells of everything that is pending once more, as Stripe does for three days. */
  retryDeliveries(): Promise<Stripe.Event[]>
  /** The buyer pays an open checkout. */
  completeCheckout(id: string, buyer?: {email?: string; name?: string}): Promise<Stripe.Event>
  /** The buyer completes an open checkout by a bank debit or the like, whose money comes days later. */
  beginPayment(id: string, buyer?: {email?: string; name?: string}): Promise<Stripe.Event>
  /** The money of such a checkout comes, or the bank refuses it. */
  settlePayment(id: string, status: 'paid' | 'failed'): Promise<Stripe.Event>
  expireCheckout(id: string): Promise<Stripe.Event>
  /** Gives money back, all that is left unless an amount in minor units is said; `pending` until it is settled. */
  refund(session: string, options?: RefundWords): Promise<Stripe.Event>
  /** A bank has carried out the newest refund of a session's payment, or sent the money back to the school. */
  settleRefund(session: string, status: 'succeeded' | 'failed'): Promise<Stripe.Event>
  /** Opens a dispute, or settles the open one with `won`, `lost` or `warning_closed`. */
  dispute(session: string, status?: Stripe.Dispute.Status): Promise<Stripe.Event>
}

interface RefundWords {
  amount?: number
  reason?: Stripe.Refund.Reason
  status?: 'succeeded' | 'pending'
}

interface ControlOptions {
  store: Store
  webhooks: Webhooks
  ids: Ids
  /** Unix seconds. */
  now: () => number
}

export function createControl({store, webhooks, ids, now}: ControlOptions): Control {
  return {
    sell(seed) {
      const books = store.books(seed.account ?? store.platform, seed.livemode)
      const object = enterSession(books, seed)
      return webhooks.emit(books, {type: 'checkout.session.completed', object})
    },
    openCheckout(seed) {
      enterSession(store.books(seed.account ?? store.platform, seed.livemode), seed)
    },
    resend: webhooks.resend,
    reachEndpoints: webhooks.reach,
    pendingEvents: webhooks.pending,
    retryDeliveries: webhooks.retry,
    completeCheckout(id, buyer = {}) {
      const {books, session} = open(store, id)
      const object = enterSession(books, paid(books, session, buyer, {ids, now: now()}))
      return webhooks.emit(books, {type: 'checkout.session.completed', object})
    },
    beginPayment(id, buyer = {}) {
      const {books, session} = open(store, id)
      const object = enterSession(books, begun(paid(books, session, buyer, {ids, now: now()})))
      return webhooks.emit(books, {type: 'checkout.session.completed', object})
    },
    settlePayment(id, status) {
      const {books, charge, intent} = paymentFor(store, id)
      const object = settlePayment(books, {id, charge, intent, status})
      const type =
        status === 'paid'
          ? 'checkout.session.async_payment_succeeded'
          : 'checkout.session.async_payment_failed'
      return webhooks.emit(books, {type, object})
    },
    expireCheckout(id) {
      const {books, session} = open(store, id)
      const object: Stripe.Checkout.Session = {...session, status: 'expired', url: null, expires_at: now()}
      books.sessions.put(object)
      return webhooks.emit(books, {type: 'checkout.session.expired', object})
    },
    refund(id, {amount, reason, status} = {}) {
      const {books, charge} = paymentFor(store, id)
      const {charge: object} = giveBack(books, charge, {amount, reason, status, ids, now: now()})
      return webhooks.emit(books, {type: 'charge.refunded', object})
    },
    settleRefund(id, status) {
      const {books, charge} = paymentFor(store, id)
      const object = settleRefund(books, charge, status)
      return webhooks.emit(books, {type: status === 'failed' ? 'refund.failed' : 'refund.updated', object})
    },
    dispute(id, status = 'needs_response') {
      const {books, charge, intent} = paymentFor(store, id)
      const held = books.disputes.newestFirst().find((each) => each.charge === charge.id)
      const object: Stripe.Dispute =
        held === undefined
          ? newDispute(
              {
                charge: charge.id,
                paymentIntent: intent,
                amount: charge.amount,
                currency: charge.currency,
                created: now(),
                livemode: charge.livemode,
                status,
              },
              ids,
            )
          : {...held, status}
      books.disputes.put(object)
      books.charges.put({...charge, disputed: true})
      const closed = ['won', 'lost', 'warning_closed'].includes(status)
      return webhooks.emit(books, {type: closed ? 'charge.dispute.closed' : 'charge.dispute.created', object})
    },
    ...createAccountControl({store, webhooks}),
  }
}

function open(store: Store, id: string): {books: Books; session: Stripe.Checkout.Session} {
  const found = store.findSession(id)
  if (found === undefined) throw new Error(`No checkout session ${id}`)
  if (found.session.status !== 'open') throw new Error(`Checkout session ${id} is not open`)
  return found
}

function paid(
  books: Books,
  session: Stripe.Checkout.Session,
  buyer: {email?: string; name?: string},
  {ids, now}: {ids: Ids; now: number},
): SessionSeed {
  const amount = session.amount_total ?? 0
  const email = buyer.email ?? session.customer_details?.email ?? session.customer_email
  const name = buyer.name ?? session.customer_details?.name ?? null
  const words = {
    createdAt: session.created,
    paidAt: now,
    amount,
    currency: session.currency ?? 'nok',
    email,
    name,
  }
  return {
    ...session,
    account: books.account,
    customer_details: {
      address: null,
      business_name: null,
      individual_name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
      ...session.customer_details,
      email,
      name,
    },
    line_items: {object: 'list', data: books.lineItems.get(session.id) ?? [], has_more: false, url: ''},
    payment_intent: amount > 0 ? paymentOf(words, now, session.livemode, 'paid', ids) : null,
    payment_status: amount > 0 ? 'paid' : 'no_payment_required',
    status: 'complete',
    url: null,
  }
}

function paymentFor(store: Store, id: string): {books: Books; charge: Stripe.Charge; intent: string} {
  const found = store.findSession(id)
  const intent = found?.session.payment_intent
  if (found === undefined || typeof intent !== 'string') throw new Error(`No payment for session ${id}`)
  const charge = found.books.charges.newestFirst().find((each) => each.payment_intent === intent)
  if (charge === undefined) throw new Error(`No charge for session ${id}`)
  return {books: found.books, charge, intent}
}
