import type {Entitlement} from '../contract/entitlement.ts'
import type {Payment} from '../contract/payment.ts'
import type {Choice, RepairRecord} from '../contract/repair.ts'
import type {Attribution} from './attribute.ts'
import type {Ownership} from './ownership.ts'
import type {World} from './world.ts'

/** An entitlement that carries the payment's id, and where. `history`: it was upgraded in place with this payment. */
export type Held = {entitlement: Entitlement; by: 'session' | 'intent' | 'charge' | 'history'}

/** One payment with everything that bears on it. What was matched weakly is kept apart from what carries its id. */
export type Case = {
  world: World
  payment: Payment
  attribution: Attribution
  ownership: Ownership
  /** What a person decided for it, where somebody is about to. */
  choice: Choice | null
  held: Held[]
  /** Fits, but carries no id of any payment. */
  suggested: Entitlement | null
  /** Others fit as well as the suggested one. */
  rivals: boolean
  /** Looks like a second grant by hand, beside one that carries the id. */
  leftovers: Entitlement[]
  /** One of the same student and pass that nothing else explains, too far in time to be this payment's for sure. */
  similar: boolean
  records: readonly RepairRecord[]
  /** The entitlement that the payment is judged by; null where nothing stands for it. */
  judged: Entitlement | null
}

/** `isActive` and not yet ended; an end that cannot be read counts as not ended. */
export function isActive(entitlement: Entitlement, now: number): boolean {
  return entitlement.active && !isEnded(entitlement, now)
}

export function isEnded({ends}: Entitlement, now: number): boolean {
  const at = ends?.at ?? null
  return at !== null && at <= now
}

/** Set on what undo took back: its payment counts as not granted again. */
export const UNDONE = 'undone'

export function isUndone({active, deactivationReason}: Entitlement): boolean {
  return !active && deactivationReason === UNDONE
}

export function isUpgradedAway({active, upgradedAt, upgradedToPass}: Entitlement): boolean {
  return !active && (upgradedAt !== null || upgradedToPass !== null)
}

export function isUpgradedInPlace({upgradeHistory}: Entitlement): boolean {
  return upgradeHistory.length > 0
}

/** What stands for the payment today: carries its id and was not taken back by undo. */
export function standing({held}: Case): Held[] {
  return held.filter(({entitlement}) => !isUndone(entitlement))
}

export function activeOf({held, world}: Case): Entitlement[] {
  return held.map(({entitlement}) => entitlement).filter((one) => isActive(one, world.setting.now))
}

/** An active one before an ended one before one that was ended by hand; what undo took back stands for nothing. */
export function judgedOf(held: readonly Held[], now: number): Entitlement | null {
  let best: Entitlement | null = null
  let bestRank = Number.POSITIVE_INFINITY
  // The older come first, so that of two of one rank the older is judged.
  for (const {entitlement} of held) {
    const rank = rankOf(entitlement, now)
    if (rank >= bestRank || isUndone(entitlement)) continue
    best = entitlement
    bestRank = rank
  }
  return best
}

function rankOf(entitlement: Entitlement, now: number): number {
  if (isActive(entitlement, now)) return 0
  if (entitlement.active) return 1
  return entitlement.deactivationReason === null ? 2 : 3
}
