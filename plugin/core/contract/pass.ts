import {z} from 'zod/mini'
import {instant, storedTime} from './instant-schema.ts'

/** What the school sells. Mutable and unversioned: an old entitlement is never judged by today's price. */
export const pass = z.object({
  id: z.string().check(z.minLength(1)),
  rev: z.string(),
  updatedAt: instant,
  /** Exactly as stored, stray spaces included. */
  name: z.nullable(z.string()),
  /** `single`, `multi`, `multi-pass`, `unlimited`, or something that nothing can grant. */
  type: z.nullable(z.string()),
  /** Major unit. */
  price: z.nullable(z.number()),
  validity: z.nullable(z.string()),
  validityDays: z.nullable(z.number()),
  /** The end of a pass with `validity: 'date'`, resolved in the school's zone where the text has none. */
  expiry: z.nullable(storedTime),
  classesLimit: z.nullable(z.number()),
  active: z.boolean(),
  school: z.nullable(z.string()),
})
export type Pass = z.infer<typeof pass>
