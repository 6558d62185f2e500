import {demand} from './access.ts'
import type {Books} from './books.ts'
import type {Permission} from './permissions.ts'
import type {Call} from './route.ts'
import {badRequest} from './stripe-fault.ts'

/** Any object on its way out; what its fields hold is known by its `object`. */
type Outgoing = Record<string, unknown>

interface Expandable {
  permission: Permission | null
  /** The object in place of an id, or the part that is left out unless asked for. */
  fetch(books: Books, id: string): object | undefined
  /** True for a part that an answer leaves out: it is found by the id of the object itself. */
  included?: true
}

const paymentIntent: Expandable = {
  permission: 'payment_intent_read',
  fetch: (books, id) => books.paymentIntents.get(id),
}
const charge: Expandable = {permission: 'charge_read', fetch: (books, id) => books.charges.get(id)}
const product: Expandable = {permission: 'product_read', fetch: (books, id) => books.products.get(id)}
const application: Expandable = {
  permission: null,
  fetch: (_books, id) => ({id, object: 'application', name: 'Pass platform'}),
}
/** Fields that Stripe can expand and that are always null here. */
const empty: Expandable = {permission: null, fetch: () => undefined}

const lineItems: Expandable = {
  permission: null,
  included: true,
  fetch: (books, id) => firstTen(books.lineItems.get(id) ?? [], `/v1/checkout/sessions/${id}/line_items`),
}
const refunds: Expandable = {
  permission: 'charge_read',
  included: true,
  fetch: (books, id) =>
    firstTen(
      books.refunds.newestFirst().filter((refund) => refund.charge === id),
      `/v1/charges/${id}/refunds`,
    ),
}

const expandable: Record<string, Record<string, Expandable>> = {
  'checkout.session': {
    customer: empty,
    invoice: empty,
    line_items: lineItems,
    payment_intent: paymentIntent,
    payment_link: empty,
    setup_intent: empty,
    subscription: empty,
  },
  payment_intent: {application, customer: empty, latest_charge: charge, on_behalf_of: empty, review: empty},
  charge: {
    application,
    customer: empty,
    on_behalf_of: empty,
    payment_intent: paymentIntent,
    refunds,
    review: empty,
  },
  refund: {charge, customer: empty, payment_intent: paymentIntent},
  dispute: {charge, payment_intent: paymentIntent},
  price: {product},
  product: {default_price: empty},
}

const deepest = 4

/**
 * Puts whole objects in place of ids, along each path, as `expand` asks: at most four levels, the `data` of a
 * list counted. The stored objects are left as they are.
 */
export function expand(answer: object, paths: readonly string[], call: Call): object {
  for (const path of paths) {
    if (path.split('.').length > deepest) {
      throw badRequest(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`, {
        code: 'property_expansion_max_depth',
      })
    }
  }
  return paths.reduce((whole, path) => along(outgoing(whole), path.split('.'), path, call), answer)
}

function along(
  target: Outgoing,
  [name = '', ...rest]: readonly string[],
  path: string,
  call: Call,
): Outgoing {
  const inside = (value: object) => (rest.length === 0 ? value : along(outgoing(value), rest, path, call))
  const held = target[name]
  if (target['object'] === 'list') {
    if (name !== 'data' || !Array.isArray(held)) throw notExpandable(path, name, `data.${path}`)
    return {...target, data: held.map((each) => (isObject(each) ? inside(each) : each))}
  }
  const rule = expandable[String(target['object'])]?.[name]
  if (isObject(held)) return {...target, [name]: inside(held)}
  if (rule === undefined) throw notExpandable(path, name)
  if (rule.permission !== null) demand(call.access, rule.permission)
  const id = rule.included === true ? target['id'] : held
  if (typeof id !== 'string') return target
  const fetched = rule.fetch(call.books, id)
  return fetched === undefined ? target : {...target, [name]: inside(fetched)}
}

function notExpandable(path: string, name: string, instead?: string) {
  const hint = instead === undefined ? '' : ` You may want to try expanding '${instead}' instead.`
  return badRequest(`This property cannot be expanded (${instead === undefined ? name : path}).${hint}`)
}

function firstTen<T>(items: readonly T[], url: string) {
  return {object: 'list', data: items.slice(0, 10), has_more: items.length > 10, url}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function outgoing(value: object): Outgoing {
  return Object.fromEntries(Object.entries(value))
}
