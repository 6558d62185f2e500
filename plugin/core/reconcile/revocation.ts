import type {Change} from '../contract/change.ts'
import {ACTOR, NOW, type Entitlement} from '../contract/entitlement.ts'

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
