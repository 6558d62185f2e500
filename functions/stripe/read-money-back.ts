import type Stripe from 'stripe'
import type {MoneyBack} from '../ports.ts'
import {onAccount} from './client.ts'
import type {Source} from './read-sessions.ts'

type Page = {from: number; after: string | null}
type Pages = {items: MoneyBack[]; next: string | null}

const DISPUTE_OVER: ReadonlySet<string> = new Set(['won', 'lost', 'warning_closed', 'prevented'])

/** A page of an account's refunds by their own `created`: it may be long after the session that they are about. */
export async function readRefunds({stripe, ask, account}: Source, page: Page): Promise<Pages> {
  const answer = await ask(account, {endpoint: 'refunds', object: 'list'}, () =>
    stripe.refunds.list(createdFrom(page), onAccount(account)),
  )
  return toPages(answer, ({status}) => {
    if (status === 'pending' || status === 'requires_action') return 'open'
    return status === 'failed' || status === 'canceled' ? 'failed' : 'settled'
  })
}

/** The same of its disputes. */
export async function readDisputes({stripe, ask, account}: Source, page: Page): Promise<Pages> {
  const answer = await ask(account, {endpoint: 'disputes', object: 'list'}, () =>
    stripe.disputes.list(createdFrom(page), onAccount(account)),
  )
  return toPages(answer, ({status}) => (DISPUTE_OVER.has(status) ? 'settled' : 'open'))
}

// The charge says when the payment was made, and so whether it has been read already.
function createdFrom({from, after}: Page) {
  return {
    created: {gte: Math.floor(from / 1_000)},
    limit: 100,
    expand: ['data.charge'],
    ...(after !== null && {starting_after: after}),
  }
}

function toPages<Item extends Stripe.Refund | Stripe.Dispute>(
  {data, has_more: hasMore}: Stripe.ApiList<Item>,
  stateOf: (item: Item) => MoneyBack['state'],
): Pages {
  const items = data.map((item) => {
    const {id, created, charge, payment_intent: intent} = item
    return {
      id,
      paymentIntent: typeof intent === 'object' ? (intent?.id ?? null) : intent,
      paidAt: typeof charge === 'object' && charge !== null ? charge.created * 1_000 : null,
      createdAt: created * 1_000,
      state: stateOf(item),
    }
  })
  return {items, next: hasMore ? (data.at(-1)?.id ?? null) : null}
}
