import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'

/** One user document. Several may be the same person: they share a Clerk id or an email. */
export const student = z.object({
  id: z.string().check(z.minLength(1)),
  rev: z.string(),
  createdAt: instant,
  /** Null when absent: then the document's id is the Clerk id. */
  clerkId: z.nullable(z.string()),
  /** Trimmed and in lower case; null when empty. */
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  role: z.nullable(z.string()),
  school: z.nullable(z.string()),
  active: z.boolean(),
})
export type Student = z.infer<typeof student>
