import Stripe from 'stripe'
import {expect, onTestFinished} from 'vitest'
import {account} from '../../../studio/local/stripe/objects/account.ts'
import {checkoutSession, type SessionWords} from '../../../studio/local/stripe/objects/checkout-session.ts'
import {startStripe, type StripeOptions, type StripeSeed} from '../../../studio/local/stripe/start-stripe.ts'

export const liveKey = 'sk_live_51SchoolPlatformKey0001'
export const testKey = 'sk_test_51SchoolPlatformKey0002'

/** A platform with two schools, and another platform with one of its own. */
export const accounts: StripeSeed['accounts'] = [
  {account: account({id: 'acct_platform', name: 'Pass platform'})},
  {account: account({id: 'acct_A', name: 'Nordlys Dance'}), platform: 'acct_platform'},
  {account: account({id: 'acct_B', name: 'Fjord Yoga'}), platform: 'acct_platform'},
  {account: account({id: 'acct_other_platform', name: 'Another platform'})},
  {account: account({id: 'acct_C', name: 'Their school'}), platform: 'acct_other_platform'},
]

/** One sale of a pass on school A, bought by Ada. */
export function sale(words: Partial<SessionWords> = {}) {
  return checkoutSession({
    account: 'acct_A',
    createdAt: '2026-03-01T10:00:00Z',
    amount: 25_000,
    email: 'ada.lind@example.com',
    name: 'Ada Lind',
    description: 'Open week Trial Pass',
    metadata: {type: 'pass_purchase', passId: 'P6', userId: 'user_A', tenantId: 'tenantT'},
    productMetadata: {passId: 'P6', passType: 'multi'},
    ...words,
  })
}

/** So many sales of school A, a minute apart, the last one first as Stripe lists them. */
export function sales(count: number, words: Partial<SessionWords> = {}) {
  const start = Date.parse('2026-03-01T10:00:00Z')
  return Array.from({length: count}, (_, index) =>
    sale({createdAt: new Date(start + index * 60_000), ...words}),
  ).toReversed()
}

/** A local Stripe for one test, and a client for it as the product makes one. */
export async function setup(seed: Partial<StripeSeed> = {}, options: StripeOptions = {}) {
  const local = await startStripe(
    {accounts, keys: [{key: liveKey}, {key: testKey}], sessions: [], ...seed},
    options,
  )
  onTestFinished(async () => {
    await local.close()
    // A test that asks for what is not carried would otherwise pass on Stripe's 404.
    expect(local.ledger.unknown, 'requests that the local Stripe does not carry').toEqual([])
  })
  const client = (key: string = liveKey) => new Stripe(key, {...local.sdk, maxNetworkRetries: 0})
  return {local, client, stripe: client(), onA: {stripeAccount: 'acct_A'}}
}

/** What a refused call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('The call was not refused')
}

/** The id in a field that may hold the whole object instead. */
export function idIn(reference: string | {id: string} | null | undefined): string {
  return (typeof reference === 'object' ? reference?.id : reference) ?? ''
}
