import {z} from 'zod/mini'

export const money = z.object({
  minor: z.int(),
  /** ISO 4217 in lower case, as Stripe writes it. */
  currency: z.string().check(z.length(3)),
})
