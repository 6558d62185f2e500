import {Fault} from '../../plugin/core/contract/fault.ts'
import type {SchoolAccess} from '../config.ts'
import type {Actor} from '../ports.ts'

/** In the place of a school's id. */
export const EVERY_SCHOOL = '*'
const WITHOUT_SETTING: SchoolAccess = {administrator: [EVERY_SCHOOL]}

/**
 * Refuses an actor who may not act for the school, before anything of it is read.
 *
 * @throws Fault `forbidden`
 * @example authorize(actor, 'tenantT', config.access)
 */
export function authorize(actor: Actor, school: string, access: SchoolAccess | null): void {
  if (schoolsOf(actor, access).includes(school)) return
  throw new Fault('forbidden', 'this person may not act for this school', {school})
}

/** The schools an actor may act for; `includes` answers for one. Throws `forbidden` when there is none at all. */
export function schoolsOf(
  actor: Actor,
  access: SchoolAccess | null,
): {includes: (school: string) => boolean} {
  const granted = new Set(
    [...actor.roles, actor.id].flatMap((key) => grantsOf(key, access ?? WITHOUT_SETTING)),
  )
  if (granted.size === 0)
    throw new Fault('forbidden', 'this person may act for no school', {reason: 'no_school'})
  return {includes: (school) => granted.has(EVERY_SCHOOL) || granted.has(school)}
}

// The setting is JSON: without this, a role named after a property of every object would be found in it.
function grantsOf(key: string, access: SchoolAccess): readonly string[] {
  return Object.hasOwn(access, key) ? (access[key] ?? []) : []
}
