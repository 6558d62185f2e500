import {z} from 'zod'
import {instant} from './instant.ts'

/** One user document. Several may be the same person: they share a Clerk id or an email. */
export const student = z.object({
  id: z.string().min(1),
  rev: z.string(),
  createdAt: instant,
  /** Null when absent: then the document's id is the Clerk id. */
  clerkId: z.string().nullable(),
  /** Trimmed and in lower case; null when empty. */
  email: z.string().nullable(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  school: z.string().nullable(),
  active: z.boolean(),
})
export type Student = z.infer<typeof student>
