import {z} from 'zod/mini'
import {BATCH_AT_MOST} from './batch-at-most.ts'
import {faultBody} from './fault-schema.ts'
import {instant} from './instant-schema.ts'
import {preview, previewRequest, receipt, repairKind, repairRequest, subject} from './repair.ts'

/**
 * From when to when the payments of the rows were created, `to` counted in, epoch milliseconds. Only a hint where to
 * look: with it whole pages of payments are read instead of each by itself; what is not found there is asked for.
 */
const period = z.object({from: instant, to: instant})

/** `POST …/previews`. */
export const previewsRequest = z.object({
  items: z.array(previewRequest).check(z.minLength(1), z.maxLength(BATCH_AT_MOST)),
  period: z.optional(period),
})
export type PreviewsRequest = z.infer<typeof previewsRequest>

/** In the order that was asked for; one that cannot be previewed says why, and spoils no other. */
export const previewsAnswer = z.object({
  items: z.array(z.union([z.object({preview}), z.object({error: faultBody, subject, kind: repairKind})])),
})
export type PreviewsAnswer = z.infer<typeof previewsAnswer>

/** `POST …/repairs/batch`: the rows of one click, or 50 of them. `batch` is the same for all. */
export const batchRequest = z.object({
  batch: z.string().check(z.minLength(1), z.maxLength(64)),
  items: z.array(z.omit(repairRequest, {batch: true})).check(z.minLength(1), z.maxLength(BATCH_AT_MOST)),
  period: z.optional(period),
})
export type BatchRequest = z.infer<typeof batchRequest>

/**
 * The answer to a batch is a stream of these, one JSON a line: each row as it ends, in any order, `row` counted from 0.
 * `skipped` was changed meanwhile (`plan_changed`, `already_repaired`); `failed` says by its code whether to retry. A
 * stream without `done` or `fault` was cut: what was carried out stands in the records of the batch.
 */
export const batchPart = z.union([
  z.object({row: z.int(), state: z.literal('done'), receipt}),
  z.object({row: z.int(), state: z.enum(['failed', 'skipped']), error: faultBody}),
  z.object({
    done: z.object({done: z.int(), failed: z.int(), skipped: z.int()}),
    /** Rows whose payment got a second pass from somebody else meanwhile, as in `Receipt.duplicates`. */
    duplicates: z.array(z.object({row: z.int(), entitlements: z.array(z.string())})),
  }),
  z.object({fault: faultBody}),
])
export type BatchPart = z.infer<typeof batchPart>
