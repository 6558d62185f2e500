import type Stripe from 'stripe'
import type {Account, Period} from '../ports.ts'
import type {Ask} from './ask.ts'
import {onAccount} from './client.ts'

type Session = Stripe.Checkout.Session
type Filter = Pick<Stripe.Checkout.SessionListParams, 'created' | 'customer_details' | 'payment_intent'>

// A list may expand four levels, `data.` counted: the lines' products are one too many and come by themselves.
const LISTED = ['data.line_items', 'data.payment_intent.latest_charge']
const ONE = ['line_items.data.price.product', 'payment_intent.latest_charge']
const PAGE = 100

export type Source = {stripe: Stripe; ask: Ask; account: Account; isStopped: () => boolean}

/** Every session that a filter finds, newest first; `onPage` hears how many each page brought. */
export async function listSessions(
  source: Source,
  filter: Filter,
  onPage: (sessions: number) => void = () => undefined,
): Promise<Session[]> {
  const page = async (after: string | undefined): Promise<Session[]> => {
    if (source.isStopped()) return []
    const answer = await listPage(source, filter, after)
    onPage(answer.data.length)
    const last = answer.data.at(-1)
    return answer.has_more && last ? [...answer.data, ...(await page(last.id))] : answer.data
  }
  return page(undefined)
}

/** One page of what a filter finds, from the newest on or after a session. */
export function listPage(
  {stripe, ask, account}: Source,
  filter: Filter,
  after: string | undefined,
): Promise<Stripe.ApiList<Session>> {
  return ask(account, 'list', () =>
    stripe.checkout.sessions.list(
      {...filter, limit: PAGE, expand: LISTED, ...(after !== undefined && {starting_after: after})},
      onAccount(account),
    ),
  )
}

/** The filter for what was created in a period. Stripe counts in seconds; a second belongs to one window only. */
export function createdIn({from, to}: Period): Filter {
  return {created: {gte: Math.ceil(from / 1_000), lt: Math.ceil(to / 1_000)}}
}

/** One session with everything attached, in one call. Throws `not_found` when Stripe denies it. */
export function retrieveSession({stripe, ask, account}: Source, id: string): Promise<Session> {
  return ask(account, 'checkout.session', () =>
    stripe.checkout.sessions.retrieve(id, {expand: ONE}, onAccount(account)),
  )
}
