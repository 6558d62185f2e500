import type Stripe from 'stripe'
import type {Reading} from '../ports.ts'
import {attachDisputes} from './attach-disputes.ts'
import {attachProducts} from './attach-products.ts'
import type {Source} from './read-sessions.ts'
import {toPayment} from './to-payment.ts'

/** The last step of reading: what the sessions lack is attached, and each is parsed once into our words. */
export async function finishSessions(
  source: Source,
  sessions: readonly Stripe.Checkout.Session[],
): Promise<Reading[]> {
  const complete = await attachDisputes(source, await attachProducts(source, sessions))
  return complete.map((session) => {
    const reading = toPayment(session, source.account)
    return 'source' in reading ? reading : source.share(reading)
  })
}
