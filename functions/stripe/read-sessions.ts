import type Stripe from 'stripe'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import type {Account, Period} from '../ports.ts'
import type {Ask} from './ask.ts'
import {onAccount} from './client.ts'

type Session = Stripe.Checkout.Session
type Filter = Pick<Stripe.Checkout.SessionListParams, 'created' | 'customer_details' | 'payment_intent'>

// A list may expand four levels, `data.` counted: the lines' products are one too many and come by themselves.
const LISTED = ['data.line_items', 'data.payment_intent.latest_charge']
const ONE = ['line_items.data.price.product', 'payment_intent.latest_charge']
const PAGE = 100
const ENDPOINT = 'checkout.sessions'

/** Whose sessions are read, and by what. */
export type Source = {
  stripe: Stripe
  ask: Ask
  account: Account
  /** Nobody waits for the answer any more. */
  isStopped: () => boolean
  /** Lets a payment share its texts with those that were read before. */
  share: (payment: Payment) => Payment
}

/** Every session that a filter finds, newest first. */
export async function listSessions(source: Source, filter: Filter): Promise<Session[]> {
  const page = async (after: string | null): Promise<Session[]> => {
    if (source.isStopped()) return []
    const answer = await listPage(source, filter, after)
    const last = answer.data.at(-1)
    return answer.has_more && last ? [...answer.data, ...(await page(last.id))] : answer.data
  }
  return page(null)
}

/** One page of what a filter finds, from the newest on or after a session. */
export function listPage(
  {stripe, ask, account}: Pick<Source, 'stripe' | 'ask' | 'account'>,
  filter: Filter,
  after: string | null,
): Promise<Stripe.ApiList<Session>> {
  return ask(account, {endpoint: ENDPOINT, object: 'list'}, () =>
    stripe.checkout.sessions.list(
      {...filter, limit: PAGE, expand: LISTED, ...(after !== null && {starting_after: after})},
      onAccount(account),
    ),
  )
}

/** A period in Unix seconds, as Stripe counts: of two periods that meet, a second belongs to one only. */
export function secondsOf({from, to}: Period): {from: number; to: number} {
  return {from: Math.ceil(from / 1_000), to: Math.ceil(to / 1_000)}
}

/** One session with everything attached, in one call. Throws `not_found` when Stripe denies it. */
export function retrieveSession({stripe, ask, account}: Source, id: string): Promise<Session> {
  return ask(account, {endpoint: ENDPOINT, object: 'checkout.session'}, () =>
    stripe.checkout.sessions.retrieve(id, {expand: ONE}, onAccount(account)),
  )
}
