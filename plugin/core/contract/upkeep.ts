import {z} from 'zod/mini'
import {faultCode} from './fault-schema.ts'
import {instant} from './instant-schema.ts'

/** When a school was last told of a payment, and when it was and will be looked at without anybody's asking. */
export const upkeep = z.object({
  /** The newest event that a webhook noted, this function's or the platform's own. Null: none was. */
  lastWebhook: z.nullable(instant),
  /**
   * The last run of the sync. Null: there was none. `fault`: why it was not done; `left`: how many mismatches it left
   * among what it read, which is never the whole school.
   */
  lastRun: z.nullable(z.object({at: instant, fault: z.nullable(faultCode), left: z.int()})),
  /** When the scheduler means to come again; null where it does not say so. */
  nextRun: z.nullable(instant),
})
export type Upkeep = z.infer<typeof upkeep>
