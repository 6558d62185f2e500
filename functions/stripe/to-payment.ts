import type {Unreadable} from '../../plugin/core/contract/facts.ts'
import {harmlessText} from '../../plugin/core/contract/harmless-text.ts'
import type {Payment, PaymentLine} from '../../plugin/core/contract/payment.ts'
import {
  GarbledField,
  isShape,
  listIn,
  numberIn,
  requiredTextIn,
  secondsIn,
  shapeIn,
  textIn,
  type Shape,
} from '../../plugin/core/contract/shape.ts'
import {sessionCharge} from './session-charge.ts'
import {sessionNames} from './session-names.ts'

/** ISO 4217 for "no currency": a session that only saves a card has neither amount nor currency. */
const NO_CURRENCY = 'xxx'
const CURRENCY = /^[a-z]{3}$/

/**
 * A Checkout Session, as Stripe's API returns it with line items and `payment_intent.latest_charge` expanded (and a
 * dispute attached to the charge where there is one), as a fact in our words. Times become milliseconds, amounts
 * stay minor units. `account` is the connected account that it was listed from, null for the platform's own.
 * Never throws: what cannot be read is an `Unreadable` that names the field.
 *
 * @example
 * const read = toPayment(session, 'acct_A')
 * if ('source' in read) unreadable.push(read)
 * else payments.push(read)
 */
export function toPayment(session: unknown, account: string | null): Payment | Unreadable {
  if (!isShape(session)) return {source: 'payment', id: null, type: null, field: 'id'}
  try {
    return paymentOf(session, account)
  } catch (error) {
    if (!(error instanceof GarbledField)) throw error
    const id = session['id']
    return {
      source: 'payment',
      id: typeof id === 'string' && id !== '' ? id : null,
      type: null,
      field: error.field,
    }
  }
}

function paymentOf(session: Shape, account: string | null): Payment {
  const id = requiredTextIn(session, 'id')
  const {chargedAt, ...money} = sessionCharge(session)
  const createdAt = secondsIn(session, 'created')
  const customer = shapeIn(session, 'customer_details')
  const email = (customer === null ? null : textIn(customer, 'email', 'customer_details.email')) ?? null
  const payer = customer === null ? null : textIn(customer, 'name', 'customer_details.name')
  const lines = shapeIn(session, 'line_items')
  const status = textIn(session, 'payment_status')
  if (typeof session['livemode'] !== 'boolean') throw new GarbledField('livemode')
  return {
    id,
    account,
    live: session['livemode'],
    mode: requiredTextIn(session, 'mode'),
    status: statusOf(session),
    paid: status === 'paid' || status === 'no_payment_required',
    createdAt,
    paidAt: chargedAt ?? createdAt,
    total: totalOf(session),
    ...money,
    email: cleanEmail(email ?? textIn(session, 'customer_email')),
    payerName: payer === null ? null : harmlessText(payer),
    names: sessionNames(shapeIn(session, 'metadata') ?? {}),
    lines: lines === null ? [] : listIn(lines, 'data', 'line_items.data').map(lineOf),
    linesComplete: lines !== null && lines['has_more'] !== true,
  }
}

function statusOf(session: Shape): Payment['status'] {
  const status = textIn(session, 'status')
  if (status === null || status === 'open' || status === 'expired' || status === 'complete') return status
  throw new GarbledField('status')
}

function totalOf(session: Shape): Payment['total'] {
  const minor = numberIn(session, 'amount_total')
  const currency = textIn(session, 'currency')?.toLowerCase() ?? null
  if (minor === null && currency === null && session['mode'] !== 'payment') {
    return {minor: 0, currency: NO_CURRENCY}
  }
  if (minor === null || !Number.isSafeInteger(minor)) throw new GarbledField('amount_total')
  if (currency === null || !CURRENCY.test(currency)) throw new GarbledField('currency')
  return {minor, currency}
}

function cleanEmail(email: string | null): string | null {
  const clean = email?.trim().toLowerCase() ?? ''
  return clean === '' ? null : clean
}

function lineOf(line: unknown, at: number): PaymentLine {
  const label = `line_items.data[${at}]`
  if (!isShape(line)) throw new GarbledField(label)
  const price = line['price']
  const product = isShape(price) ? price['product'] : null
  const metadata = isShape(product) ? product['metadata'] : null
  const quantity = numberIn(line, 'quantity', `${label}.quantity`)
  return {
    description: textIn(line, 'description', `${label}.description`),
    quantity: quantity === null || Number.isSafeInteger(quantity) ? quantity : null,
    product: isShape(metadata) ? sessionNames(metadata) : null,
  }
}
