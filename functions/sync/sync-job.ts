import {z} from 'zod/mini'
import {instant} from '../../plugin/core/contract/instant-schema.ts'
import {syncReport} from '../../plugin/core/contract/sync.ts'
import {NO_CURSOR, syncCursor, unsettled} from '../../plugin/core/contract/sync-state.ts'

const account = z.nullable(z.string())
/** The id that the last page ended with; null for the first page. */
const after = z.nullable(z.string())

/** One page of Stripe's, or some sessions by their ids: what one step reads and judges. */
const syncStep = z.discriminatedUnion('read', [
  z.object({read: z.literal('sessions'), account, from: instant, after}),
  z.object({read: z.literal('again'), account, ids: z.array(z.string())}),
  z.object({read: z.literal('refunds'), account, from: instant, after}),
  z.object({read: z.literal('disputes'), account, from: instant, after}),
])
export type SyncStep = z.infer<typeof syncStep>

/** What a run was begun with; it does not change on the way. */
const syncPlan = z.object({
  school: z.string(),
  /** When it began. */
  at: instant,
  write: z.boolean(),
  /** Whether the run is remembered, so that the next one begins where it ended. */
  keep: z.boolean(),
  full: z.boolean(),
  automaticSince: instant,
  nextRun: z.nullable(instant),
  /** All sessions from here on are read by this run. */
  sessionsFrom: instant,
  /** Refunds and disputes from here on were seen by no run before. */
  newSince: z.object({refunds: instant, disputes: instant}),
  /** Ids of the refunds and disputes that were seen all the same. */
  seen: z.array(z.string()),
  /** Ids of what was unsettled before and is asked for again by this run: payments, refunds and disputes. */
  asked: z.array(z.string()),
})
export type SyncPlan = z.infer<typeof syncPlan>

/** What a run has found so far. */
const syncFound = z.extend(z.omit(syncReport, {full: true}), {
  newest: syncCursor,
  /** Ids of the refunds and disputes that are as new, or nearly. */
  seen: z.array(z.string()),
  pending: z.array(unsettled),
  openRefunds: z.array(unsettled),
  openDisputes: z.array(unsettled),
})
export type SyncFound = z.infer<typeof syncFound>

/**
 * A run between two of its steps. It is all that a step needs, as JSON, so that each may be taken by whichever process
 * is free; a step that is taken twice, because a process died after it, writes nothing twice.
 */
export const syncJob = z.object({plan: syncPlan, steps: z.array(syncStep), found: syncFound})
export type SyncJob = z.infer<typeof syncJob>

/** What a run has found before its first step. */
export function nothingFound(): SyncFound {
  return {
    newest: NO_CURSOR,
    seen: [],
    pending: [],
    openRefunds: [],
    openDisputes: [],
    counts: {sessions: 0, refunds: 0, disputes: 0, calls: 0, repaired: 0, left: {}},
    repairs: [],
    left: [],
    failed: [],
  }
}
