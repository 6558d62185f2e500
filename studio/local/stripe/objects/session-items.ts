import type Stripe from 'stripe'
import type {SessionWords, SoldItem} from './checkout-session.ts'
import type {Ids} from './ids.ts'
import {lineItem} from './line-item.ts'
import {price} from './price.ts'
import {product} from './product.ts'

/** The line items of a sale, each with its own inline price and product; a discount falls on the first. */
export function soldItems(
  words: SessionWords,
  created: number,
  livemode: boolean,
  ids: Ids,
): Stripe.LineItem[] {
  return (words.items ?? [onlyItem(words)]).map((item, index) => {
    const sold = product(
      {id: item.productId, name: item.description, metadata: item.metadata, created, livemode},
      ids,
    )
    return lineItem(
      {
        description: item.description,
        price: price({product: sold, unitAmount: item.amount, currency: words.currency ?? 'nok'}, ids),
        quantity: item.quantity ?? 1,
        discount: index === 0 ? (words.discount ?? 0) : 0,
      },
      ids,
    )
  })
}

function onlyItem(words: SessionWords): SoldItem {
  const quantity = words.quantity ?? 1
  return {
    description: words.description ?? 'Pass',
    amount: Math.round((words.amount + (words.discount ?? 0)) / quantity),
    quantity,
    metadata: words.productMetadata ?? {},
    ...(words.productId === undefined ? {} : {productId: words.productId}),
  }
}
