import {z} from 'zod/mini'
import {faultCode} from './fault-schema.ts'
import {instant} from './instant-schema.ts'
import {verdict} from './verdict-schema.ts'

/** Something in Stripe that is not settled yet, and so is asked for again by every run until it is. */
export const unsettled = z.object({
  /** `cs_…` of a payment, `re_…` of a refund, `dp_…` of a dispute. */
  id: z.string().check(z.minLength(1)),
  /** The connected account that it was read from; null for the platform's own. */
  account: z.nullable(z.string()),
  /** When Stripe made it: how far back has to be read to find it. */
  createdAt: instant,
})
export type Unsettled = z.infer<typeof unsettled>

/** What a run read and did. */
export const syncCounts = z.object({
  sessions: z.int(),
  refunds: z.int(),
  disputes: z.int(),
  /** Stripe calls; what Stripe counts against the school's allowance. */
  calls: z.int(),
  /** Repairs that were written. */
  repaired: z.int(),
  /** Mismatches among what was read that wait for a person, or for a run that writes. */
  left: z.partialRecord(verdict, z.int()),
})
export type SyncCounts = z.infer<typeof syncCounts>

export const syncRun = z.object({
  /** When it began. */
  at: instant,
  /** `done`, or why it was not: then nothing else of the state was changed. */
  ended: z.union([z.literal('done'), faultCode]),
  counts: syncCounts,
})

/** How often something happened that leaves no document of its own, and when it did last. */
export const counter = z.object({count: z.int(), last: instant})
export type Counter = z.infer<typeof counter>
export const counters = z.record(z.string(), counter)

/**
 * The `created` of the newest thing of each kind that a finished run has read: Stripe's clock, not ours. Each kind has
 * its own, since what one list shows says nothing of what another had when it was read. Null: there was none yet.
 */
export const syncCursor = z.object({
  sessions: z.nullable(instant),
  refunds: z.nullable(instant),
  disputes: z.nullable(instant),
})
export type SyncCursor = z.infer<typeof syncCursor>
export const NO_CURSOR: SyncCursor = {sessions: null, refunds: null, disputes: null}

/** What is remembered of a school between two runs. Verdicts are not: they are judged anew each time. */
export const syncState = z.object({
  school: z.string().check(z.minLength(1)),
  cursor: syncCursor,
  /** Ids of the refunds and disputes so near the cursor that the next run meets them again. */
  seen: z.array(z.string()),
  /** Payments that may still be paid, or that were paid so lately that the webhook may still grant them. */
  pending: z.array(unsettled),
  openRefunds: z.array(unsettled),
  openDisputes: z.array(unsettled),
  lastRun: z.nullable(syncRun),
  /** When the last run began that read the whole window and was done. */
  lastFull: z.nullable(instant),
  /** When the scheduler means to come again, where it says so. */
  nextRun: z.nullable(instant),
  /** What was last told, by alert: told again only when it changes. */
  alertState: z.record(z.string(), z.string()),
  /** Payments from this moment on may be repaired without a person. Null: automatic writing was never switched on. */
  automaticSince: z.nullable(instant),
  counters,
})
export type SyncState = z.infer<typeof syncState>

/** What belongs to no school, such as a delivery whose signature nobody could verify. */
export const installationState = z.object({counters})
export type InstallationState = z.infer<typeof installationState>

/** Who did something that is not to be done again at once. Null: nobody did, or it went wrong. */
export const turn = z.object({key: z.string(), until: z.nullable(instant)})
export type Turn = z.infer<typeof turn>

/** The state of a school of which nothing is remembered yet. */
export function emptySyncState(school: string): SyncState {
  return {
    school,
    cursor: NO_CURSOR,
    seen: [],
    pending: [],
    openRefunds: [],
    openDisputes: [],
    lastRun: null,
    lastFull: null,
    nextRun: null,
    alertState: {},
    automaticSince: null,
    counters: {},
  }
}
