import type {Entry} from '../../core/contract/entry.ts'
import type {RepairKind} from '../../core/contract/repair.ts'
import {isMismatch} from '../../core/contract/verdict.ts'

/**
 * What a person may decide beside what is proposed, always with a reason: ending a pass whose money is gone or was
 * never found, giving it away, or passing the entry over.
 */
export function otherRepairs({verdict, reasons, repair, dismissed, entitlements}: Entry): RepairKind[] {
  if (!isMismatch(verdict)) return []
  const kinds: RepairKind[] = []
  const isOpen = repair?.kind !== 'choose' && entitlements.length > 0
  const isForNothing = verdict === 'unpaid' && !reasons.includes('test_mode')
  if (isOpen && isForNothing && repair?.kind !== 'mark_complimentary') kinds.push('mark_complimentary')
  const mayEnd = verdict === 'unpaid' || verdict === 'refunded' || verdict === 'duplicate'
  if (isOpen && mayEnd && repair?.kind !== 'revoke') kinds.push('revoke')
  if (dismissed === null) kinds.push('dismiss')
  return kinds
}
