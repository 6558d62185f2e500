import type Stripe from 'stripe'
import type {Unsettled} from '../../plugin/core/contract/sync-state.ts'
import type {Account, Awaiting} from '../ports.ts'
import {finishSessions} from './finish-sessions.ts'
import {listPage, type Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

/** A page of the sessions created from a moment on. Without an end: Stripe's present may be later than ours. */
export async function readSince(
  source: Source,
  from: number,
  after: string | null,
): Promise<Awaiting & {next: string | null}> {
  const page = await listPage(source, {created: {gte: Math.floor(from / 1_000)}}, after)
  const last = page.has_more ? page.data.at(-1) : undefined
  return {...(await toAwaiting(source, page.data)), next: last?.id ?? null}
}

/** Sessions in our words, and which of them are not settled. */
export async function toAwaiting(source: Source, sessions: readonly Session[]): Promise<Awaiting> {
  return {
    readings: await finishSessions(source, sessions),
    awaited: sessions.filter(isAwaited).map((session) => toUnsettled(session, source.account)),
  }
}

/** An intent that wants another payment method was refused by the bank: nothing more comes by that. */
function isAwaited({mode, status, payment_status: paid, payment_intent: intent}: Session): boolean {
  if (mode !== 'payment' || paid !== 'unpaid') return false
  if (status === 'open') return true
  return status === 'complete' && (typeof intent !== 'object' || intent?.status === 'processing')
}

function toUnsettled({id, created}: Session, account: Account): Unsettled {
  return {id, account, createdAt: created * 1_000}
}
