import type Stripe from 'stripe'
import {giveBack} from '../give-back.ts'
import {integerOf, refuseUnknown, textOf} from '../parameters.ts'
import {refuseUncarried} from '../refuse-uncarried.ts'
import type {Call, Route} from '../route.ts'
import {badRequest, missingResource} from '../stripe-fault.ts'

/** Whether the local Stripe carries a parameter of the SDK's own type. */
const parameters = {
  amount: true,
  charge: true,
  currency: false,
  customer: false,
  expand: true,
  instructions_email: false,
  metadata: false,
  origin: false,
  payment_intent: true,
  reason: true,
  refund_application_fee: false,
  reverse_transfer: false,
} satisfies Record<keyof Stripe.RefundCreateParams, boolean>

export const createRefund: Route = {
  method: 'POST',
  path: '/v1/refunds',
  permission: 'charge_write',
  async answer(call) {
    refuseUnknown(call.parameters, Object.keys(parameters))
    refuseUncarried(call.parameters, parameters)
    const {refund, charge} = giveBack(call.books, chargeOf(call), {
      amount: integerOf(call.parameters['amount'], 'amount'),
      reason: textOf(call.parameters['reason'], 'reason') ?? null,
      ids: call.ids,
      now: call.now,
    })
    await call.emit(call.books, {type: 'charge.refunded', object: charge})
    return refund
  },
}

function chargeOf({books, parameters: given}: Call): Stripe.Charge {
  const id = textOf(given['charge'], 'charge')
  const intent = textOf(given['payment_intent'], 'payment_intent')
  if (id !== undefined) {
    const charge = books.charges.get(id)
    if (charge === undefined) throw missingResource('charge', id, {param: 'charge', status: 404})
    return charge
  }
  if (intent === undefined) {
    throw badRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const charge = books.charges.newestFirst().find((each) => each.payment_intent === intent)
  if (charge === undefined) {
    throw missingResource('payment_intent', intent, {param: 'payment_intent', status: 404})
  }
  return charge
}
