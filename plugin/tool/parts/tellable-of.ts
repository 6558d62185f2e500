import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Instant} from '../../core/contract/instant.ts'
import type {MessageSetup} from '../../core/contract/message.ts'
import type {RepairRecord} from '../../core/contract/repair.ts'
import {composeMessage} from '../../core/message/compose-message.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Tellable} from './use-telling.ts'

/** What to tell the holder of a pass; null where there is nothing good to tell. */
export function tellableOf(
  entitlement: Entitlement,
  {index, setup, now}: {index: FactsIndex; setup: MessageSetup; now: Instant},
): Omit<Tellable, 'whose'> | null {
  const holder = [...index.students.values()].find(
    ({id, clerkId}) => id === entitlement.student || (clerkId !== null && clerkId === entitlement.student),
  )
  const message = composeMessage({entitlement, school: index.school, student: holder ?? null}, setup, now)
  if (message === null) return null
  const record = recordToTell(entitlement, index)
  return {message, record: record?.id ?? null, note: record?.message ?? null}
}

/** The record that what the student was told is noted on; undefined for a pass that was not made here. */
export function recordToTell({id}: Entitlement, {records}: FactsIndex): RepairRecord | undefined {
  return records.get(id)?.find(({kind, undoes}) => kind !== 'dismiss' && undoes === null)
}
