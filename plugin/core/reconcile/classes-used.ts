import type {Entitlement} from '../contract/entitlement.ts'
import type {Pass} from '../contract/pass.ts'
import {classLimit, grantedType, type Terms} from './terms.ts'
import {holderOf, type World} from './world.ts'

/**
 * How many classes were used, by the count on the entitlement or by the bookings in its time, whichever says more:
 * used classes are never given back. Bookings name no entitlement, so they are those of the held or the earned type.
 */
export function classesUsed(world: World, entitlement: Entitlement, earned: Terms): number {
  const person = holderOf(world, entitlement.student)
  const from = Math.min(entitlement.starts?.at ?? earned.starts, earned.starts)
  const to = Math.max(entitlement.ends?.at ?? earned.ends, earned.ends)
  const types = new Set<string | null>([entitlement.type, earned.type])
  const booked = person === null ? 0 : world.bookings(person, types, from, to)
  return Math.max(classesCounted(world, entitlement), booked)
}

/** Used classes by the entitlement's own count: what it began with less what is left. */
export function classesCounted(world: World, {type, pass, classesLeft}: Entitlement): number {
  if (classesLeft === null) return 0
  const limit = limitOf(pass === null ? null : world.catalogue.byId(pass))
  // A card of ten that is merely called single still began with ten.
  const began = type === 'single' && classesLeft <= 1 ? 1 : limit
  return began === null ? 0 : Math.max(0, Math.ceil(began - classesLeft))
}

function limitOf(pass: Pass | null): number | null {
  if (pass === null) return null
  const type = grantedType(pass.type)
  if (type === 'single') return 1
  return type === 'monthly' ? null : classLimit(pass)
}

/** The classes that a correction leaves: what was earned less what was used, never below none. */
export function classesDue(world: World, entitlement: Entitlement, earned: Terms): number | null {
  return earned.classes === null
    ? null
    : Math.max(0, earned.classes - classesUsed(world, entitlement, earned))
}
