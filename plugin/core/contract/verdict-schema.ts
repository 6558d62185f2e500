import {z} from 'zod/mini'
import {CONFIDENCES, REASONS, VERDICTS} from './verdict.ts'

export const verdict = z.enum(VERDICTS)
export const confidence = z.enum(CONFIDENCES)
export const reason = z.enum(REASONS)

export const evidence = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('same_session')}),
  z.object({kind: z.literal('same_payment_intent')}),
  z.object({kind: z.literal('same_charge')}),
  z.object({kind: z.literal('same_student_and_pass')}),
  /** `by`: 'metadata' | 'product' | 'email' name the payer. */
  z.object({kind: z.literal('student_named'), by: z.enum(['metadata', 'product', 'email'])}),
  z.object({kind: z.literal('pass_named'), by: z.enum(['metadata', 'product', 'line_item'])}),
  z.object({kind: z.literal('amount_equal')}),
  /** Major units. */
  z.object({kind: z.literal('amount_differs'), paid: z.number(), price: z.number()}),
  /** Milliseconds from payment to the entitlement's creation; negative when it was there before. */
  z.object({kind: z.literal('granted_after'), ms: z.int()}),
  z.object({kind: z.literal('pass_changed_since'), at: z.int()}),
  /** The field that could not be read, of the record named by the entry's key. */
  z.object({kind: z.literal('unreadable_field'), field: z.string()}),
])
