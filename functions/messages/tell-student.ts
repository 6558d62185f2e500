import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {MessageNote, StudentMessage} from '../../plugin/core/contract/message.ts'
import type {Receipt} from '../../plugin/core/contract/repair.ts'
import {subjectId} from '../../plugin/core/contract/subject-id.ts'
import {composeMessage} from '../../plugin/core/message/compose-message.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {claimMessage} from './claim-message.ts'
import type {Letter} from './post-letter.ts'

/**
 * Adds to a receipt what to tell the student of the pass that is now there, and, where that is switched on, has the
 * platform send it: once for a payment, however often it is granted. The pass is granted whatever becomes of this, so
 * nothing is thrown; what failed stands on the record.
 *
 * @param about.facts as they were before the repair
 * @param about.student whose pass it is
 */
export async function tellStudent(
  of: RequestCase,
  receipt: Receipt,
  {facts, student}: {facts: Facts; student: string | null},
): Promise<Receipt> {
  const message = messageOf(of, receipt, {facts, student})
  if (message === null) return receipt
  const told = {...receipt, message}
  if (of.messenger.post === null || message.to === null || wasTold(receipt, facts)) return told
  try {
    const note = await send(of, receipt, {...message, to: message.to, school: facts.school, student})
    return note === null ? told : {...told, record: {...receipt.record, message: note}}
  } catch {
    of.messenger.onFailed()
    return told
  }
}

function messageOf(
  {messenger, now}: RequestCase,
  {kind, entitlements}: Receipt,
  {facts, student}: {facts: Facts; student: string | null},
): StudentMessage | null {
  if (kind !== 'grant' && kind !== 'complete_upgrade') return null
  const entitlement = entitlements.find(({active}) => active)
  if (entitlement === undefined) return null
  const holder = facts.students.find(({id}) => id === student) ?? null
  return composeMessage({entitlement, school: facts.school, student: holder}, messenger.setup, now())
}

/** Granted, undone and granted again: the student knows. */
function wasTold({record, entitlements}: Receipt, {records}: Facts): boolean {
  const made = new Set(entitlements.map(({id}) => id))
  return records.some(
    ({payment, message, entitlements: touched}) =>
      message !== null &&
      (record.payment === null ? touched.some((id) => made.has(id)) : payment === record.payment),
  )
}

type Sending = StudentMessage & {to: string; school: Facts['school']; student: string | null}

async function send(
  of: RequestCase,
  {record, subject}: Receipt,
  {school, ...message}: Sending,
): Promise<MessageNote | null> {
  const claimed = await claimMessage(of, {record: record.id, subject: subjectId(subject)})
  if (claimed?.state !== 'sending') return claimed
  const letter = {...message, school: {id: school.id, name: school.name}, payment: record.payment}
  const isTaken = await isPosted(of, {...letter, record: record.id})
  if (!isTaken) of.messenger.onFailed()
  const note = {channel: 'webhook', state: isTaken ? 'told' : 'failed', at: of.now()} as const
  try {
    await of.messenger.lake.note({record: record.id, note})
  } catch {
    // The record goes on saying that it is being sent: that is what is known of it there.
    of.messenger.onFailed()
  }
  return note
}

async function isPosted({messenger: {post}}: RequestCase, letter: Letter): Promise<boolean> {
  try {
    return post !== null && (await post(letter))
  } catch {
    // It hung, was cut, or nobody is there.
    return false
  }
}
