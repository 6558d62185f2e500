import {z} from 'zod/mini'
import {change} from './change.ts'
import {instant} from './instant-schema.ts'
import {choice, repairKind, subject} from './repair.ts'
import {confidence, reason, verdict} from './verdict-schema.ts'

/** Raised when the same plan would read differently: hashes of older plans then no longer fit. */
export const PLAN_VERSION = 1

/** A repair as the engine planned it: what would be written, and what was judged when it was planned. */
export const repairPlan = z.object({
  subject,
  /** What it comes to: `choose` has become one of the others. */
  kind: repairKind,
  choice: z.nullable(choice),
  reason: z.nullable(z.string()),
  /** The entry that it repairs, as judged before it. */
  verdict,
  reasons: z.array(reason),
  notes: z.array(reason),
  confidence,
  payment: z.nullable(z.string()),
  account: z.nullable(z.string()),
  /** Null where there is no payment. */
  live: z.nullable(z.boolean()),
  school: z.string(),
  student: z.nullable(z.string()),
  entitlements: z.array(z.string()),
  /** Empty for `dismiss`, and where a person's choice is what the documents already say. */
  changes: z.array(change),
  /** It ends on the pass's own date, whenever it starts: then the end does not move with the clock. */
  fixedEnd: z.boolean(),
  /** The revision of each entitlement that a patch expects. */
  revs: z.record(z.string(), z.string()),
  /** How many records there are already for this subject. */
  records: z.int(),
  /** Identifies the facts: a dismissal counts as long as it is the same. */
  fingerprint: z.string(),
  /** The fingerprint of the school's own schema, where it has one: the same plan by other names is another. */
  documents: z.optional(z.string()),
  /** The moment of judging, which `start: 'today'` begins at. */
  at: instant,
})
export type RepairPlan = z.infer<typeof repairPlan>

/** Why nothing was planned. The code is a fault's; the message is for whoever operates the function. */
export const refusal = z.object({
  refused: z.enum([
    'not_found',
    'not_repairable',
    'already_repaired',
    'account_unreadable',
    'invalid_request',
  ]),
  message: z.string(),
})
export type Refusal = z.infer<typeof refusal>
