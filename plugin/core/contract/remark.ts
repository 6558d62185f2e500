import type {z} from 'zod/mini'
import type {remark, remarkRequest, remarks, remarksAnswer} from './remark-schema.ts'

/** As long as the text of a remark may be. */
export const LONGEST_REMARK = 500
/** As many as there may be on one entry. */
export const MOST_REMARKS = 30

export type Remark = z.infer<typeof remark>
export type Remarks = z.infer<typeof remarks>
export type RemarkRequest = z.infer<typeof remarkRequest>
export type RemarksAnswer = z.infer<typeof remarksAnswer>
