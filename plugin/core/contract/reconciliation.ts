import {z} from 'zod/mini'
import {entry} from './entry.ts'
import {instant} from './instant-schema.ts'
import {verdict} from './verdict-schema.ts'

/** The verdicts on one school at one moment. With a fault there are no entries: blind is not empty. */
export const reconciliation = z.object({
  school: z.string(),
  asOf: instant,
  fault: z.nullable(z.literal('account_unreadable')),
  entries: z.array(entry),
  totals: z.object({
    payments: z.int(),
    entitlements: z.int(),
    mismatches: z.int(),
    verdicts: z.partialRecord(verdict, z.int()),
    ignored: z.int(),
  }),
})
export type Reconciliation = z.infer<typeof reconciliation>
