import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  GarbledField,
  isShape,
  numberIn,
  requiredTextIn,
  secondsIn,
  shapeIn,
  textIn,
  type Shape,
} from '../../plugin/core/contract/shape.ts'

type Money = Pick<
  Payment,
  | 'paymentIntent'
  | 'charge'
  | 'chargePaymentIntent'
  | 'refunded'
  | 'fullyRefunded'
  | 'dispute'
  | 'application'
> & {chargedAt: number | null}

const NOTHING_CHARGED: Money = {
  paymentIntent: null,
  charge: null,
  chargePaymentIntent: null,
  refunded: 0,
  fullyRefunded: false,
  dispute: null,
  application: null,
  chargedAt: null,
}

/** An id, or the object that stands in its place when it was expanded. */
function idIn(shape: Shape, field: string, label = field): string | null {
  const value = shape[field]
  return isShape(value) ? requiredTextIn(value, 'id', `${label}.id`) : textIn(shape, field, label)
}

function disputeOf(charge: Shape): Payment['dispute'] {
  const dispute = charge['dispute']
  if (isShape(dispute)) {
    const status = textIn(dispute, 'status', 'dispute.status')
    if (status === 'won' || status === 'warning_closed') return 'won'
    return status === 'lost' ? 'lost' : 'open'
  }
  // The charge says only that it was disputed: until the dispute itself is read, the outcome is unknown.
  return charge['disputed'] === true ? 'open' : null
}

function chargeOf(charge: Shape): Omit<Money, 'paymentIntent'> {
  const refunded = numberIn(charge, 'amount_refunded', 'latest_charge.amount_refunded') ?? 0
  const amount = numberIn(charge, 'amount', 'latest_charge.amount')
  const createdAt = secondsIn(charge, 'created', 'latest_charge.created')
  if (!Number.isSafeInteger(refunded) || refunded < 0) throw new GarbledField('latest_charge.amount_refunded')
  return {
    charge: requiredTextIn(charge, 'id', 'latest_charge.id'),
    chargePaymentIntent: idIn(charge, 'payment_intent', 'latest_charge.payment_intent'),
    refunded,
    fullyRefunded: charge['refunded'] === true || (amount !== null && amount > 0 && refunded >= amount),
    dispute: disputeOf(charge),
    application: idIn(charge, 'application', 'latest_charge.application'),
    chargedAt: createdAt,
  }
}

/** What the payment intent and its charge say of the money: ids, refunds, disputes, and when it was charged. */
export function sessionCharge(session: Shape): Money {
  const intent = session['payment_intent']
  if (!isShape(intent)) return {...NOTHING_CHARGED, paymentIntent: textIn(session, 'payment_intent')}
  const paymentIntent = requiredTextIn(intent, 'id', 'payment_intent.id')
  const application = idIn(intent, 'application', 'payment_intent.application')
  if (!isShape(intent['latest_charge'])) {
    const charge = textIn(intent, 'latest_charge', 'payment_intent.latest_charge')
    return {...NOTHING_CHARGED, paymentIntent, charge, application}
  }
  const charge = shapeIn(intent, 'latest_charge')
  if (charge === null) return {...NOTHING_CHARGED, paymentIntent, application}
  const charged = chargeOf(charge)
  return {...charged, paymentIntent, application: application ?? charged.application}
}
