import type Stripe from 'stripe'
import {unixSeconds, type Moment} from './unix-seconds.ts'

interface AccountWords {
  id: string
  /** Two letters, as Stripe writes it. */
  country?: string
  /** Three lower-case letters. */
  defaultCurrency?: string
  chargesEnabled?: boolean
  payoutsEnabled?: boolean
  name?: string | null
  email?: string | null
  type?: Stripe.Account.Type
  createdAt?: Moment
}

/**
 * A Stripe account, Norwegian and able to take payments unless said otherwise.
 *
 * @example account({id: 'acct_A', name: 'Nordlys Dance'})
 */
export function account(words: AccountWords): Stripe.Account {
  return {
    id: words.id,
    object: 'account',
    business_profile: {
      mcc: '7911',
      minority_owned_business_designation: null,
      name: words.name ?? null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: 'company',
    capabilities: {card_payments: 'active', transfers: 'active'},
    charges_enabled: words.chargesEnabled ?? true,
    country: words.country ?? 'NO',
    created: unixSeconds(words.createdAt ?? '2025-08-08T00:00:00Z'),
    default_currency: words.defaultCurrency ?? 'nok',
    details_submitted: true,
    email: words.email ?? null,
    metadata: {},
    payouts_enabled: words.payoutsEnabled ?? true,
    type: words.type ?? 'standard',
  }
}
