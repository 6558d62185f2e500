import Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface PriceWords {
  id?: string | undefined
  product: Stripe.Product
  /** Minor units for one piece. */
  unitAmount: number
  currency: string
}

export function price(words: PriceWords, ids: Ids): Stripe.Price {
  return {
    id: words.id ?? ids('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: words.product.created,
    currency: words.currency,
    custom_unit_amount: null,
    livemode: words.product.livemode,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: words.product,
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: words.unitAmount,
    unit_amount_decimal: Stripe.Decimal.from(words.unitAmount),
  }
}
