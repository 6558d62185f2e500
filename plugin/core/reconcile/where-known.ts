import type {Facts} from '../contract/facts.ts'
import type {Refusal} from '../contract/plan.ts'
import {refuse} from './find-entry.ts'
import {personOf} from './people.ts'
import {settingOf} from './setting.ts'
import {holderOf, type World, worldOf} from './world.ts'

/**
 * What somebody has to do with the school, by its own record and by the payments that were read. `elsewhere`: only other
 * schools know them. `nowhere`: nobody does yet, as a student who is new to the platform.
 */
export type WhereKnown = 'here' | 'elsewhere' | 'nowhere'

/** @param id a user document's; null where there is none */
export function whereKnown(world: World, facts: Facts, id: string): WhereKnown | null {
  const {school, people, catalogue, entitlements} = world
  const student = people.byReference(id)
  if (student?.id !== id) return null
  const person = personOf(student)
  const documents = facts.students.filter((other) => personOf(other) === person)
  const filed = documents.map((document) => document.school)
  for (const held of entitlements.values()) {
    if (holderOf(world, held.student) !== person) continue
    const seller = catalogue.byId(held.pass ?? '')?.school ?? null
    filed.push(held.school, seller)
  }
  if (filed.includes(school.id)) return 'here'
  const emails = new Set(documents.flatMap(({email}) => email ?? []))
  const cameHere =
    facts.bookings.some((booking) => holderOf(world, booking.student) === person) ||
    facts.payments.some(
      ({paid, email, names}) =>
        paid && (holderOf(world, names.clerkId) === person || (email !== null && emails.has(email))),
    )
  if (cameHere) return 'here'
  return filed.some((other) => other !== null) ? 'elsewhere' : 'nowhere'
}

/** Whether these facts alone tell that somebody has to do with the school. */
export function isKnownHere(facts: Facts, student: string): boolean {
  return whereKnown(worldOf(facts, settingOf({now: 0})), facts, student) === 'here'
}

/** The same words for whoever is not there and whoever is another school's: ids cannot be tried out here. */
export function nobodyHere(): Refusal {
  return refuse(
    'not_found',
    'nobody at this school has this id: a student is known here by a pass, a payment, a class, or by a document of theirs that names the school',
  )
}
