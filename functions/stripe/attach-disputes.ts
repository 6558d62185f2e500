import type Stripe from 'stripe'
import {onAccount} from './client.ts'
import type {Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

/**
 * Attaches the dispute to each disputed charge as `latest_charge.dispute`: the charge itself says only that there
 * was one, and how it ended decides whether money went back.
 */
export function attachDisputes(source: Source, sessions: readonly Session[]): Promise<unknown[]> {
  return Promise.all(sessions.map((session) => withDispute(source, session)))
}

async function withDispute(source: Source, session: Session): Promise<unknown> {
  const {payment_intent: intent} = session
  if (intent === null || typeof intent === 'string') return session
  const {latest_charge: charge} = intent
  if (charge === null || typeof charge === 'string' || !charge.disputed) return session
  const dispute = await latestDispute(source, charge.id)
  return {...session, payment_intent: {...intent, latest_charge: {...charge, dispute}}}
}

async function latestDispute(
  {stripe, ask, account, isStopped}: Source,
  charge: string,
): Promise<Stripe.Dispute | null> {
  if (isStopped()) return null
  const answer = await ask(account, {endpoint: 'disputes', object: 'list'}, () =>
    stripe.disputes.list({charge, limit: 1}, onAccount(account)),
  )
  return answer.data[0] ?? null
}
