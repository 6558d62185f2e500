import {z} from 'zod/mini'
import {faultBody} from './fault-schema.ts'
import {repairKind} from './repair.ts'
import {syncCounts} from './sync-state.ts'
import {verdict} from './verdict-schema.ts'

const SCHOOLS_AT_MOST = 200
const MINUTES_OF_A_WEEK = 7 * 24 * 60

/** `POST /v1/sync`. Nothing is repaired unless `write` says so: then what is beyond doubt, and nothing else. */
export const syncRequest = z.strictObject({
  /** Absent: every school. */
  schools: z.optional(
    z.array(z.string().check(z.regex(/^[\w.-]{1,255}$/))).check(z.minLength(1), z.maxLength(SCHOOLS_AT_MOST)),
  ),
  write: z.optional(z.boolean()),
  /** Minutes until the scheduler comes again, so that open pages can say when. */
  every: z.optional(z.int().check(z.gte(1), z.lte(MINUTES_OF_A_WEEK))),
})
export type SyncRequest = z.infer<typeof syncRequest>

/** What was done about payments, and what is left. Ids only: whoever is told may write it into a log. */
const outcomes = z.object({
  /** `written`, or what a run that writes would write. */
  repairs: z.array(z.object({payment: z.string(), kind: repairKind, written: z.boolean()})),
  /** Mismatches that are left. */
  left: z.array(z.object({payment: z.string(), verdict})),
  /** Repairs that did not go through; the next run tries them again. */
  failed: z.array(z.object({payment: z.string(), error: faultBody})),
})

/** What a run read, did and left. */
export const syncReport = z.extend(outcomes, {
  /** Whether the whole window was read, and not only what is new. */
  full: z.boolean(),
  counts: syncCounts,
})
export type SyncReport = z.infer<typeof syncReport>

/** One school of a run: its report, or why there is none. A school that failed stops no other. */
const schoolSync = z.union([
  z.object({school: z.string(), report: syncReport}),
  z.object({school: z.string(), error: faultBody}),
])
export type SchoolSync = z.infer<typeof schoolSync>

/**
 * The routes for machines, each with a secret of its own: the scheduler's, and the platform's own server's, which asks
 * when a student opens their passes. A run is answered with 200 only if every school was done, else with the status of
 * the first fault.
 */
export const SYNC_ENDPOINTS = {
  sync: {
    method: 'POST',
    path: '/v1/sync',
    body: syncRequest,
    answer: z.object({schools: z.array(schoolSync)}),
  },
  /** `:student` is a user document's id or a Clerk id. */
  studentSync: {
    method: 'POST',
    path: '/v1/schools/:school/students/:student/sync',
    body: z.strictObject({write: z.optional(z.boolean())}),
    answer: outcomes,
  },
} as const
export type StudentSync = z.infer<typeof outcomes>
