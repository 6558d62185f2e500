import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'
import {money} from './money-schema.ts'
import {NOT_DONE, PURCHASE_STEPS, STEP_STATES, type NotDone} from './purchase-steps.ts'

const reasons = Object.keys(NOT_DONE).filter((key): key is NotDone => key in NOT_DONE)
const text = z.nullable(z.string())

/** One step of a purchase that is being watched. */
export const purchaseStep = z.object({
  step: z.enum(PURCHASE_STEPS),
  state: z.enum(STEP_STATES),
  /** When it was done: Stripe's clock, the webhook's, the lake's, and when the student's own query first found it. */
  at: z.nullable(instant),
  /** When the one before it was, or the checkout was opened: from then on it is measured. */
  from: z.nullable(instant),
  why: z.nullable(z.enum(reasons)),
  /** A cause of a failure, or the clause of the student's own site that does not hold. */
  detail: text,
  /** Where in Stripe's dashboard more is told. */
  link: text,
})
export type PurchaseStep = z.infer<typeof purchaseStep>

/** `GET …/purchase`: how far the first purchase since a moment has come. */
export const purchaseAnswer = z.object({
  school: z.string(),
  /** From when on a purchase counts, on the function's own clock: what to ask with again. */
  since: instant,
  asOf: instant,
  live: z.boolean(),
  /** The purchase that was found; null while there is none. */
  payment: z.nullable(
    z.object({id: z.string(), amount: money, pass: z.nullable(z.object({id: z.string(), name: text}))}),
  ),
  /** The student document and the pass that was written. */
  student: text,
  entitlement: text,
  steps: z.array(purchaseStep),
})
export type PurchaseAnswer = z.infer<typeof purchaseAnswer>
