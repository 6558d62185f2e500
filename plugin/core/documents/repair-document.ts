import type {DocumentChange} from '../contract/change.ts'
import {toIso, type Instant} from '../contract/instant.ts'
import type {RepairPlan} from '../contract/plan.ts'
import type {RepairRecord} from '../contract/repair.ts'
import {subjectId} from '../contract/subject-id.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {ENTITLEMENT_NAMES} from './field-names.ts'
import type {NoteField} from './message-note.ts'
import {textHash} from '../contract/text-hash.ts'

/** A dot keeps a document private; the prefix tells ours from the Studio's own. */
const PREFIX = 'passRepair.'
const LONGEST_ID = 100
const NOTED = [ENTITLEMENT_NAMES.active, ENTITLEMENT_NAMES.classesLeft]
const NOTHING_NOTED = Object.fromEntries(NOTED.map((field) => [field, null]))
const ID = /^[A-Za-z0-9_-]+$/

type Reference = {_type: 'reference'; _ref: string; _weak: true}

/** A `passRepair` document, ready to be created. References are weak: a record never keeps a student from being erased. */
export type RepairDocument = {
  _id: string
  _type: 'passRepair'
  subject: RepairPlan['subject']
  payment: string | null
  account: string | null
  livemode: boolean | null
  school: Reference
  student?: Reference
  entitlements: (Reference & {_key: string})[]
  kind: RepairPlan['kind']
  verdict: RepairPlan['verdict']
  reasons: string[]
  actor: RepairRecord['actor']
  at: string
  reason: string | null
  batch: string | null
  plan: string
  before: string
  after: string
  undoes: string | null
  fingerprint: string | null
  /** Set when the student was told. */
  message?: NoteField
}

export type RepairDocumentOptions = {
  plan: RepairPlan
  /** SHA-256 of `canonicalPlan(plan)`, hex. */
  planHash: string
  actor: RepairRecord['actor']
  at: Instant
  /** What is written with the record, as `toDocumentChange` gave it for the same moment and actor. */
  changes: readonly DocumentChange[]
  /** The documents that are patched, as they stand in the lake. */
  current: readonly unknown[]
  batch?: string | null
  /** The id of the record that this repair takes back. */
  undoes?: string | null
}

/**
 * The record that a repair starts with. Its id counts the records of its subject, so that of two repairs at once only
 * one can be created. `before` and `after` are JSON text of the fields that are written, by document id.
 *
 * @example repairDocument({plan, planHash, actor, at: now, changes, current: [subscription]})._id // 'passRepair.cs_live_1.1'
 */
export function repairDocument(options: RepairDocumentOptions): RepairDocument {
  const {plan, planHash, actor, at, changes, current, batch = null, undoes = null} = options
  const touched = new Set([...plan.entitlements, ...changes.map(idOf)])
  return {
    _id: repairDocumentId(subjectId(plan.subject), plan.records + 1),
    _type: 'passRepair',
    subject: plan.subject,
    payment: plan.payment,
    account: plan.account,
    livemode: plan.live,
    school: weak(plan.school),
    ...(plan.student === null ? {} : {student: weak(plan.student)}),
    entitlements: [...touched].map(keyed),
    kind: plan.kind,
    verdict: plan.verdict,
    reasons: plan.reasons,
    actor,
    at: toIso(at),
    reason: plan.reason,
    batch,
    plan: planHash,
    before: JSON.stringify(before(changes, current)),
    after: JSON.stringify(after(changes, current)),
    undoes,
    fingerprint: plan.kind === 'dismiss' ? plan.fingerprint : null,
  }
}

/**
 * `passRepair.<session or entitlement id>.<n>`, at most 100 characters; a subject that is too long or not fit for an
 * id gives way to its hash.
 */
export function repairDocumentId(subject: string, n: number): string {
  const id = `${PREFIX}${subject}.${n}`
  return id.length <= LONGEST_ID && ID.test(subject) ? id : `${PREFIX}${textHash(subject)}.${n}`
}

function weak(id: string): Reference {
  return {_type: 'reference', _ref: id, _weak: true}
}

/** A list in the lake wants a key for each member; the same member always has the same. */
function keyed(id: string): Reference & {_key: string} {
  return Object.assign(weak(id), {_key: textHash(id).slice(0, 12)})
}

function idOf(change: DocumentChange): string {
  return 'create' in change ? change.create._id : change.patch.id
}

/** Null stands for a field that was absent: then undo takes the field away again. */
function before(
  changes: readonly DocumentChange[],
  current: readonly unknown[],
): Record<string, Shape | null> {
  const standing = byId(current)
  return Object.fromEntries(
    changes.map((change) => {
      if ('create' in change) return [change.create._id, null]
      const fields = [...Object.keys(change.patch.set), ...change.patch.unset]
      const document = standing.get(change.patch.id) ?? {}
      return [change.patch.id, Object.fromEntries(fields.map((field) => [field, document[field] ?? null]))]
    }),
  )
}

/** Whether it is active, and how many classes are left, is noted in any case: undo asks whether that is still so. */
function after(changes: readonly DocumentChange[], current: readonly unknown[]): Record<string, unknown> {
  const standing = byId(current)
  return Object.fromEntries(
    changes.map((change) => {
      if ('create' in change) return [change.create._id, {...NOTHING_NOTED, ...change.create}]
      const unset = Object.fromEntries(change.patch.unset.map((field) => [field, null]))
      const document = standing.get(change.patch.id) ?? {}
      const noted = Object.fromEntries(NOTED.map((field) => [field, document[field] ?? null]))
      return [change.patch.id, {...noted, ...change.patch.set, ...unset}]
    }),
  )
}

function byId(documents: readonly unknown[]): Map<string, Shape> {
  const standing = new Map<string, Shape>()
  for (const document of documents) {
    if (isShape(document) && typeof document['_id'] === 'string') standing.set(document['_id'], document)
  }
  return standing
}
