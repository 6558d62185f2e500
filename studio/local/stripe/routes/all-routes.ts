import type {Route} from '../route.ts'
import {accountRoutes} from './accounts.ts'
import {chargeRoutes} from './charges.ts'
import {checkoutSessionRoutes} from './checkout-sessions.ts'
import {createCheckoutSession} from './create-checkout-session.ts'
import {createRefund} from './create-refund.ts'
import {disputeRoutes} from './disputes.ts'
import {eventDestinationRoutes} from './event-destinations.ts'
import {eventRoutes} from './events.ts'
import {expireCheckoutSession} from './expire-checkout-session.ts'
import {paymentIntentRoutes} from './payment-intents.ts'
import {priceRoutes} from './prices.ts'
import {productRoutes} from './products.ts'
import {refundRoutes} from './refunds.ts'
import {webhookEndpointRoutes} from './webhook-endpoints.ts'

/** Everything that the local Stripe answers. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  createCheckoutSession,
  createRefund,
  ...disputeRoutes,
  ...eventDestinationRoutes,
  ...eventRoutes,
  expireCheckoutSession,
  ...paymentIntentRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...webhookEndpointRoutes,
]
