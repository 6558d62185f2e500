import {z} from 'zod/mini'
import {FAULT_CODES} from './fault.ts'
import {preview} from './repair.ts'

export const faultCode = z.enum(FAULT_CODES)

export const faultBody = z.object({
  code: faultCode,
  message: z.string(),
  requestId: z.nullable(z.string()),
  /** Of a 429: how long to wait. */
  retryAfterSeconds: z.optional(z.number()),
  /** Facts that the sentence for people needs: a permission's name, a setting's name, an account. Never a secret. */
  detail: z.optional(z.record(z.string(), z.string())),
  /** Of `plan_changed`: what would be written now, to be shown and confirmed again without asking for it. */
  preview: z.optional(preview),
})
