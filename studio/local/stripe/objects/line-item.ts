import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface LineItemWords {
  id?: string | undefined
  description: string
  price: Stripe.Price
  quantity: number
  /** Minor units taken off the whole line. */
  discount: number
}

export function lineItem(words: LineItemWords, ids: Ids): Stripe.LineItem {
  const subtotal = (words.price.unit_amount ?? 0) * words.quantity
  return {
    id: words.id ?? ids('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: words.discount,
    amount_subtotal: subtotal,
    amount_tax: 0,
    amount_total: subtotal - words.discount,
    currency: words.price.currency,
    description: words.description,
    metadata: {},
    price: words.price,
    quantity: words.quantity,
  }
}
