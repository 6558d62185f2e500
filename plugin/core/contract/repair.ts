import {z} from 'zod/mini'
import {change, documentChange} from './change.ts'
import {entitlement} from './entitlement.ts'
import {instant} from './instant-schema.ts'
import {messageNote, studentMessage} from './message.ts'
import {confidence, reason, verdict} from './verdict-schema.ts'

export const REPAIR_KINDS = [
  'grant',
  'link',
  'correct',
  'revoke',
  'complete_upgrade',
  'choose',
  'mark_complimentary',
  'dismiss',
] as const
export const repairKind = z.enum(REPAIR_KINDS)
export type RepairKind = z.infer<typeof repairKind>

/** What a person decided where the evidence did not: document ids, and from when the terms count. */
export const choice = z.object({
  student: z.optional(z.string()),
  pass: z.optional(z.string()),
  /** `paid`: the earned dates, for the record. `today`: from the moment it is carried out. */
  start: z.optional(z.enum(['paid', 'today'])),
})
export type Choice = z.infer<typeof choice>

/**
 * What a repair is about. The browser names it; it never describes a document. `request` is an id that the browser
 * makes for a grant without payment, a UUID: the same request asked for twice gives one pass.
 */
export const subject = z.union([
  z.strictObject({payment: z.string().check(z.minLength(1), z.maxLength(255))}),
  z.strictObject({entitlement: z.string().check(z.minLength(1), z.maxLength(255))}),
  z.strictObject({request: z.uuid()}),
])
export type Subject = z.infer<typeof subject>

/** The repair an entry proposes. `changes` is empty while a person has to choose. */
export const proposal = z.object({
  kind: repairKind,
  changes: z.array(change),
  choices: z.array(choice),
})
export type Proposal = z.infer<typeof proposal>

/** `POST …/preview`: which repair somebody considers. For a `request` it is `grant`, with `choice` and `reason`. */
export const previewRequest = z.object({
  subject,
  kind: repairKind,
  choice: z.optional(choice),
  reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000))),
})
export type PreviewRequest = z.infer<typeof previewRequest>

/** The SHA-256 of a plan's canonical JSON, in lower-case hex. */
export const planHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Exactly what would be written, and the hash that a repair must name to have just this written. */
export const preview = z.object({
  plan: planHash,
  subject,
  kind: repairKind,
  verdict,
  reasons: z.array(reason),
  notes: z.array(reason),
  confidence,
  /** Empty for an undo: it puts back what stood there, whatever that was, so only `documents` can say it. */
  changes: z.array(change),
  documents: z.array(documentChange),
})
export type Preview = z.infer<typeof preview>

/** `POST …/repairs`: carry out the plan that was previewed, or nothing. */
export const repairRequest = z.extend(previewRequest, {
  /** Names one click on many rows, so that they can be found together. */
  batch: z.optional(z.string().check(z.maxLength(64))),
  plan: planHash,
})
export type RepairRequest = z.infer<typeof repairRequest>

/** One `passRepair` document as far as judging needs it: what was done before for this payment or entitlement. */
export const repairRecord = z.object({
  id: z.string(),
  payment: z.nullable(z.string()),
  kind: repairKind,
  verdict: z.nullable(verdict),
  entitlements: z.array(z.string()),
  actor: z.object({id: z.string(), name: z.string(), via: z.string()}),
  at: instant,
  reason: z.nullable(z.string()),
  /** The record that this one undid. */
  undoes: z.nullable(z.string()),
  /** Of a dismissal: the facts it was given for; a dismissal whose facts changed no longer counts. */
  fingerprint: z.nullable(z.string()),
  /** What became of telling the student; null: nobody did. */
  message: z.nullable(messageNote),
})
export type RepairRecord = z.infer<typeof repairRecord>

/** The answer to a repair that was carried out: the record, and the entitlements as they stand now. */
export const receipt = z.object({
  record: repairRecord,
  subject,
  kind: repairKind,
  entitlements: z.array(entitlement),
  /**
   * Active passes that somebody else made for the same payment meanwhile, such as the platform's own webhook: they
   * stand among `entitlements`, and the payment is now a `duplicate` with a repair of its own.
   */
  duplicates: z.optional(z.array(z.string())),
  /** Of a pass that is now there to be used: what to tell the student. Whether they were told is on the record. */
  message: z.optional(studentMessage),
})
export type Receipt = z.infer<typeof receipt>

/** A whole record, for whoever wants to see what was done, or take it back. */
export const keptRecord = z.extend(repairRecord, {
  subject: z.nullable(subject),
  student: z.nullable(z.string()),
  account: z.nullable(z.string()),
  reasons: z.array(reason),
  batch: z.nullable(z.string()),
  /** The hash of the plan that was carried out. */
  plan: z.nullable(z.string()),
  /**
   * JSON text: document id → the fields that were written, by their names in the dataset, as they stood before; null
   * for a field that was absent, and for a document that was made.
   */
  before: z.string(),
  /** JSON text: document id → the same fields afterwards, and `isActive` and `remainingClips` whether written or not. */
  after: z.string(),
  /** The record that took this one back, and still stands. */
  undoneBy: z.nullable(z.string()),
  /** Whether undo may be asked for. Whether the pass was used since is told only then. */
  undoable: z.boolean(),
})
export type KeptRecord = z.infer<typeof keptRecord>
