import {z} from 'zod/mini'
import {booking} from './booking.ts'
import {entitlement} from './entitlement.ts'
import {faultBody} from './fault-schema.ts'
import {instant} from './instant-schema.ts'
import {pass} from './pass.ts'
import {payment} from './payment.ts'
import {remarks} from './remark-schema.ts'
import {repairRecord} from './repair.ts'
import {accountOwner, school} from './school.ts'
import {student} from './student.ts'
import {upkeep} from './upkeep.ts'

/** A record whose shape is wrong: which one, and the field to look at. Makes one bad row, never a bad answer. */
export const unreadable = z.object({
  source: z.enum(['payment', 'document']),
  id: z.nullable(z.string()),
  /** The document's type; null for a payment. */
  type: z.nullable(z.string()),
  field: z.string(),
})
export type Unreadable = z.infer<typeof unreadable>

/** An unpublished edit: of an entitlement that is there (`open_draft`), or of one that never was (`draft_only`). */
export const draft = z.object({
  /** The id that the published document has or would have. */
  id: z.string(),
  type: z.string(),
  session: z.nullable(z.string()),
  paymentIntent: z.nullable(z.string()),
})
export type Draft = z.infer<typeof draft>

/** From when to when an account's sessions were read. */
export const readWindow = z.object({account: z.nullable(z.string()), from: instant, to: instant})
export type ReadWindow = z.infer<typeof readWindow>

/** An account that could not be read: then nothing may be said about payment. `code` and `message` are Stripe's. */
export const blindness = z.object({account: z.nullable(z.string()), code: z.string(), message: z.string()})
export type Blindness = z.infer<typeof blindness>

/** What the lake knows that matters for one school, or for one student of it. */
export const ledger = z.object({
  school,
  accountOwners: z.array(accountOwner),
  passes: z.array(pass),
  students: z.array(student),
  entitlements: z.array(entitlement),
  bookings: z.array(booking),
  records: z.array(repairRecord),
  /** What colleagues said of entries. Nothing is judged by it. */
  remarks: z.array(remarks),
  drafts: z.array(draft),
  unreadable: z.array(unreadable),
  /** Documents without `_type`. */
  ignored: z.int(),
})
export type Ledger = z.infer<typeof ledger>

/** Everything that `reconcile` judges by. */
export const facts = z.extend(ledger, {
  payments: z.array(payment),
  /** Ids that Stripe was asked for and does not know. Only a denial makes a reference unknown. */
  denied: z.array(z.string()),
  blind: z.nullable(blindness),
  /** Null: everything was read. */
  read: z.nullable(z.array(readWindow)),
})
export type Facts = z.infer<typeof facts>

/**
 * `GET …/facts` is a stream of these, one JSON a line. A broken stream is taken up again with `?after=` and the
 * last `cursor`; it ends with `done` or `fault`, and one that ends without either is incomplete.
 */
export const factsPart = z.discriminatedUnion('part', [
  z.object({part: z.literal('progress'), read: z.int(), about: z.nullable(z.int())}),
  z.object({
    /** A month may take several, of which only the last says in its `cursor` that the month has been sent. */
    part: z.literal('payments'),
    /** The month the payments were created in, in UTC: `2026-09`. */
    month: z.string(),
    payments: z.array(payment),
    unreadable: z.array(unreadable),
    cursor: z.string(),
  }),
  z.object({part: z.literal('ledger'), ledger}),
  /** More of the ledger before it. */
  z.object({part: z.literal('entitlements'), entitlements: z.array(entitlement)}),
  z.object({
    part: z.literal('done'),
    asOf: instant,
    read: z.array(readWindow),
    denied: z.array(z.string()),
    /** Sessions of a shared account that are another school's: counted, not sent. */
    elsewhere: z.int(),
    /** Entitlements with a reference that was neither read nor asked for. */
    unchecked: z.int(),
    upkeep,
  }),
  z.object({part: z.literal('fault'), error: faultBody}),
])
export type FactsPart = z.infer<typeof factsPart>
