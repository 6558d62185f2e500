import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface ProductWords {
  id?: string | undefined
  name: string
  metadata?: Stripe.Metadata | undefined
  created: number
  livemode: boolean
  /** Checkout makes inline products inactive, so that they are not offered again. */
  active?: boolean
}

export function product(words: ProductWords, ids: Ids): Stripe.Product {
  return {
    id: words.id ?? ids('prod', 14),
    object: 'product',
    active: words.active ?? false,
    created: words.created,
    description: null,
    images: [],
    livemode: words.livemode,
    marketing_features: [],
    metadata: words.metadata ?? {},
    name: words.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: words.created,
    url: null,
  }
}
