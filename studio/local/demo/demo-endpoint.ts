import {HANDLED_EVENTS} from '../../../plugin/core/contract/webhook-events.ts'
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
      enabledEvents: [...HANDLED_EVENTS],
    }),
    secret: DEMO_WEBHOOK_SECRET,
    connect: true,
    account: PLATFORM_ACCOUNT,
  }
}
