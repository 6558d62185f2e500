import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'
import {LONGEST_REMARK} from './remark.ts'

/** What a colleague said of an entry, and whether the school waits for its student from then on. */
export const remark = z.object({
  /** A UUID that the browser makes: the same remark asked for twice is there once. */
  id: z.string(),
  /** One line of plain text; null where only the waiting began or ended. */
  text: z.nullable(z.string()),
  waiting: z.boolean(),
  by: z.object({id: z.string(), name: z.string()}),
  at: instant,
})

/** All remarks on one entry, the oldest first. No verdict depends on them. */
export const remarks = z.object({
  id: z.string(),
  rev: z.string(),
  /** The entry's key when they were made: a payment's id, an entitlement's, or an unreadable record's. */
  about: z.string(),
  list: z.array(remark),
})

const about = z.string().check(z.minLength(1), z.maxLength(255))

/** `POST …/remarks`: a remark on an entry, or that one is to go. */
export const remarkRequest = z.union([
  z.strictObject({
    about,
    add: z.strictObject({
      id: z.uuid(),
      text: z.nullable(z.string().check(z.maxLength(LONGEST_REMARK))),
      waiting: z.boolean(),
    }),
  }),
  z.strictObject({about, remove: z.uuid()}),
])

/** What stands on the entry now. */
export const remarksAnswer = z.object({about: z.string(), list: z.array(remark)})
