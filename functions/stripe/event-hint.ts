import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import type {EventHint} from '../ports.ts'
import {sessionNames} from './session-names.ts'

const EVENT = /^evt_\w{1,200}$/
const ACCOUNT = /^acct_\w{1,100}$/
const PAYMENT = /^(?:cs|pi|ch|py)_\w{1,200}$/
const SALES: ReadonlySet<string> = new Set(['pass_purchase', 'pass_upgrade'])
const PAID: ReadonlySet<unknown> = new Set(['paid', 'no_payment_required'])

/** An event's JSON as a hint; null where it is no event of the kind that tells of an object. */
export function eventHint(event: unknown): EventHint | null {
  if (!isShape(event) || event['object'] !== 'event') return null
  const {id, type, livemode, account = null, data} = event
  const object = isShape(data) && isShape(data['object']) ? data['object'] : null
  if (typeof id !== 'string' || !EVENT.test(id) || typeof type !== 'string') return null
  if (typeof livemode !== 'boolean' || object === null) return null
  if (account !== null && (typeof account !== 'string' || !ACCOUNT.test(account))) return null
  const names = sessionNames(isShape(object['metadata']) ? object['metadata'] : {})
  return {
    id,
    type,
    live: livemode,
    account,
    payment: paymentIn(object),
    isSale: SALES.has(names.sale ?? '') && PAID.has(object['payment_status']),
    names: {school: names.school, pass: names.pass},
  }
}

/** A session names itself; refunds, disputes and charges name the payment intent that theirs is known by. */
function paymentIn(object: Shape): string | null {
  const {object: kind, id} = object
  if (kind === 'checkout.session') return idOf(id)
  return idOf(object['payment_intent']) ?? idOf(object['charge']) ?? (kind === 'charge' ? idOf(id) : null)
}

/** An id, or that of the object which stands in its place. */
function idOf(value: unknown): string | null {
  const id = isShape(value) ? value['id'] : value
  return typeof id === 'string' && PAYMENT.test(id) ? id : null
}
