import {z} from 'zod'
import {instant, storedTime} from './instant.ts'

/** What the school sells. Mutable and unversioned: an old entitlement is never judged by today's price. */
export const pass = z.object({
  id: z.string().min(1),
  rev: z.string(),
  updatedAt: instant,
  /** Exactly as stored, stray spaces included. */
  name: z.string().nullable(),
  /** `single`, `multi`, `multi-pass`, `unlimited`, or something that nothing can grant. */
  type: z.string().nullable(),
  /** Major unit. */
  price: z.number().nullable(),
  validity: z.string().nullable(),
  validityDays: z.number().nullable(),
  /** The end of a pass with `validity: 'date'`, resolved in the school's zone where the text has none. */
  expiry: storedTime.nullable(),
  classesLimit: z.number().nullable(),
  active: z.boolean(),
  school: z.string().nullable(),
})
export type Pass = z.infer<typeof pass>
