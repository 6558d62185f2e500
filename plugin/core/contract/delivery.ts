import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'

const text = z.nullable(z.string())

/** `processing` that stays was cut off on its way: Stripe sends it again. */
export const deliveryState = z.enum(['processing', 'success', 'error'])
export type DeliveryState = z.infer<typeof deliveryState>

/** One event that Stripe told of, as a webhook noted it: this function's, or the platform's own. */
export const delivery = z.object({
  /** `evt_…` */
  event: z.string(),
  /** `checkout.session.completed` */
  type: z.string(),
  source: z.enum(['stripe-passes', 'platform']),
  state: deliveryState,
  session: text,
  /** The connected account that it is about; null for the platform's own, or where that was not noted. */
  account: text,
  school: text,
  live: z.nullable(z.boolean()),
  /** What was judged and done, where this function noted it: a verdict, and `written` or why not. */
  verdict: text,
  outcome: text,
  /** Of a failure that was not overcome since. */
  error: text,
  /** When it was first noted, and when last. */
  began: instant,
  at: instant,
})
export type Delivery = z.infer<typeof delivery>

/**
 * What a delivery is answered with. Stripe reads only the status; a person who looks the event up in Stripe reads why.
 *
 * `written`: a repair was carried out. `noted`: it is about a pass, and nothing was to be written or may be without a
 * person. `ignored`: nothing for this function.
 */
export const webhookAnswer = z.object({
  event: z.string(),
  result: z.enum(['written', 'noted', 'ignored']),
  reason: z.string(),
})
export type WebhookAnswer = z.infer<typeof webhookAnswer>
