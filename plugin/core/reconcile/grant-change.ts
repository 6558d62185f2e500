import type {Change} from '../contract/change.ts'
import type {Pass} from '../contract/pass.ts'
import {isUndone, type Case} from './case.ts'
import {classesDue} from './classes-used.ts'
import {grantedId, grantFields} from './grant-fields.ts'
import {TRACES} from './revocation.ts'
import type {Terms} from './terms.ts'

/**
 * The entitlement that a payment earns, made or, where an inactive one of its own is there, made active again: a
 * document is never made twice.
 */
export function grantChange(one: Case, grant: {student: string; pass: Pass; terms: Terms}): Change {
  const {payment, world, held} = one
  const fields = grantFields(payment, {...grant, school: world.school.id})
  const own =
    held.find(({entitlement}) => isUndone(entitlement))?.entitlement ??
    world.entitlements.get(grantedId(payment))
  if (own === undefined) return {create: {id: grantedId(payment), fields}}
  const due = classesDue(world, own, grant.terms)
  const set = due === null ? fields : {...fields, classesLeft: due}
  const unset = own.deactivationReason === null ? [] : TRACES
  return {
    patch: {
      id: own.id,
      set,
      unset: due === null && own.classesLeft !== null ? [...unset, 'classesLeft'] : unset,
    },
  }
}
