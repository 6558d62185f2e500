import type {Change} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import {NOW} from '../contract/placeholders.ts'
import {isActive, isUpgradedInPlace, standing, type Case} from './case.ts'
import {isUpgrade} from './is-sale.ts'
import {personOf} from './people.ts'
import {holderOf} from './world.ts'

/** The pass that an upgrade started from, where it is still there. */
export function upgradedFrom({payment, world}: Case): Entitlement | null {
  const from = payment.names.upgradeFrom
  return isUpgrade(payment) && from !== null ? (world.entitlements.get(from) ?? null) : null
}

/** What the upgrade should have ended when it gave the student `made`; null where it did, or needed not. */
export function leftActive(one: Case, made: Entitlement): Entitlement | null {
  const old = upgradedFrom(one)
  if (old === null || old.id === made.id || !isActive(old, one.world.setting.now)) return null
  // One that was itself ended by hand says nothing against the old one.
  if (!made.active) return null
  return standing(one).some(({entitlement}) => isUpgradedInPlace(entitlement)) ? null : old
}

/** Where the new pass is somebody else's, the payer would be left with none. */
export function isPayers({attribution: {payer}, world}: Case, made: Entitlement): boolean {
  return payer.student !== null && holderOf(world, made.student) === personOf(payer.student)
}

/** The half that ends the pass which was upgraded. */
export function endOld(old: Entitlement, {attribution: {paid}}: Case): Change {
  return {
    patch: {
      id: old.id,
      set: {
        active: false,
        upgradedAt: NOW,
        ...(paid.id === null ? {} : {upgradedToPass: paid.id}),
        ...(paid.pass?.name === null || paid.pass === null ? {} : {upgradedToPassName: paid.pass.name}),
      },
      unset: [],
    },
  }
}
