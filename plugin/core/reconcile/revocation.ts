import type {Change} from '../contract/change.ts'
import type {Entitlement, EntitlementField} from '../contract/entitlement.ts'
import {ACTOR, NOW} from '../contract/placeholders.ts'

/** What ending leaves behind, and whatever makes it active again takes away. */
export const TRACES: EntitlementField[] = ['deactivationReason', 'deactivatedBy', 'deactivatedAt']

/** Ends an entitlement and says why. Nothing is ever deleted. */
export function revocation(entitlement: Entitlement, reason: string): Change {
  const set = {
    active: false,
    deactivationReason: reason,
    deactivatedBy: ACTOR,
    deactivatedAt: NOW,
  } as const
  return {patch: {id: entitlement.id, set, unset: []}}
}
