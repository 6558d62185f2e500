import {webhookEndpoint} from '../stripe/objects/webhook-endpoint.ts'
import type {WebhookEndpointSeed} from '../stripe/stripe-seed.ts'
import {PLATFORM_ACCOUNT} from '../seed/stripe-accounts.ts'

/** Worth nothing outside the local Stripe. */
export const DEMO_WEBHOOK_SECRET = 'whsec_demoConnectEndpoint'

/** Where the local Stripe tells the demo's own function of what happens on the schools' accounts. */
export function demoEndpoint(url: string, now: number): WebhookEndpointSeed {
  return {
    endpoint: webhookEndpoint({
      id: 'we_1PassesOfTheDemo',
      url: `${url}/api/v1/stripe/webhook`,
      created: Math.floor(now / 1_000),
      enabledEvents: [
        'checkout.session.completed',
        'checkout.session.async_payment_succeeded',
        'checkout.session.async_payment_failed',
        'checkout.session.expired',
        'charge.refunded',
        'charge.dispute.created',
        'charge.dispute.closed',
        'refund.updated',
        'refund.failed',
        'account.updated',
      ],
    }),
    secret: DEMO_WEBHOOK_SECRET,
    connect: true,
    account: PLATFORM_ACCOUNT,
  }
}
