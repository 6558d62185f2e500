import {z} from 'zod/mini'

/** What may stand behind the `?` of a route. The function checks it; no browser, which only sends, loads this. */
export const QUERIES = {
  /** `from` and `to` are ISO dates or times, `after` the last cursor seen. */
  facts: z.object({
    from: z.optional(z.string()),
    to: z.optional(z.string()),
    after: z.optional(z.string()),
  }),
  /** `since` is an ISO time; without one it is now. */
  purchase: z.object({
    since: z.optional(z.iso.datetime()),
    pass: z.optional(z.string().check(z.maxLength(255))),
  }),
  /** `batch` leaves only the records of one click on many rows. */
  records: z.object({
    after: z.optional(z.string().check(z.maxLength(200))),
    batch: z.optional(z.string().check(z.maxLength(64))),
  }),
} as const
