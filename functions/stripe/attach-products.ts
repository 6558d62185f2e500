import type Stripe from 'stripe'
import {onAccount} from './client.ts'
import type {Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

const AT_ONCE = 100

/**
 * Attaches the lines' products to the sessions that say too little themselves: the product's metadata is a second
 * copy of who bought what. The others are left alone, so that a healthy month costs no further call.
 */
export async function attachProducts(
  source: Source,
  sessions: readonly Session[],
): Promise<readonly Session[]> {
  const ids = [...new Set(sessions.filter(saysTooLittle).flatMap(productIds))]
  if (ids.length === 0) return sessions
  const chunks = Array.from({length: Math.ceil(ids.length / AT_ONCE)}, (_, nth) =>
    ids.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
  )
  const lists = await Promise.all(chunks.map((chunk) => listProducts(source, chunk)))
  const products = new Map(lists.flat().map((product) => [product.id, product]))
  return sessions.map((session) => withProducts(session, products))
}

async function listProducts(
  {stripe, ask, account, isStopped}: Source,
  ids: string[],
): Promise<Stripe.Product[]> {
  if (isStopped()) return []
  const answer = await ask(account, {endpoint: 'products', object: 'list'}, () =>
    stripe.products.list({ids, limit: AT_ONCE}, onAccount(account)),
  )
  return answer.data
}

/** Neither who nor what is missing in a sale written by today's platform; the oldest upgrades say `newPassId`. */
export function saysTooLittle({mode, metadata, line_items: lines}: Session): boolean {
  if (mode !== 'payment' || lines === undefined) return false
  const names = metadata ?? {}
  if (names['classId']) return false
  return !(names['passId'] || names['newPassId']) || !names['userId']
}

function productIds({line_items: lines}: Session): string[] {
  return (lines?.data ?? []).flatMap(({price}) => (typeof price?.product === 'string' ? [price.product] : []))
}

function withProducts(session: Session, products: ReadonlyMap<string, Stripe.Product>): Session {
  const {line_items: lines} = session
  if (lines === undefined) return session
  const data = lines.data.map((line) => {
    const product = typeof line.price?.product === 'string' ? products.get(line.price.product) : undefined
    return line.price && product ? {...line, price: {...line.price, product}} : line
  })
  return {...session, line_items: {...lines, data}}
}
