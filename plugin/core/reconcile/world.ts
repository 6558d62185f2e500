import type {Entitlement} from '../contract/entitlement.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import type {School} from '../contract/school.ts'
import {indexBookings, type CountBookings} from './bookings.ts'
import {indexCatalogue, type Catalogue} from './catalogue.ts'
import type {Owners} from './ownership.ts'
import {indexPeople, personOf, type People} from './people.ts'
import {indexRecords, type Records} from './records.ts'
import type {Setting} from './setting.ts'

/** The facts, looked up in constant time. */
export type World = {
  school: School
  setting: Setting
  people: People
  catalogue: Catalogue
  owners: Owners
  bookings: CountBookings
  records: Records
  denied: ReadonlySet<string>
  entitlements: ReadonlyMap<string, Entitlement>
  /** Published ids of entitlements that somebody is editing. */
  draftsOf: ReadonlySet<string>
  /** Session and payment intent ids that a draft names. */
  draftedPayments: ReadonlySet<string | null>
  /** Entitlements that a payment names as what it upgrades. */
  upgraded: ReadonlySet<string>
  /** What is without ids and older was not looked at. Null: everything was read. */
  readFrom: number | null
}

export function worldOf(facts: Facts, setting: Setting): World {
  const {school} = facts
  const people = indexPeople(facts.students, school.id)
  const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
  return {
    school,
    setting,
    people,
    catalogue: indexCatalogue(facts.passes, school.id),
    owners: {
      school: school.id,
      accounts: new Set(school.accounts),
      ownerOf: new Map(facts.accountOwners.map((owner) => [owner.account, owner.school])),
    },
    bookings: indexBookings(facts.bookings, people),
    records: indexRecords(facts.records),
    denied: new Set(facts.denied),
    entitlements,
    draftsOf: new Set(facts.drafts.map(({id}) => id)),
    draftedPayments: new Set(facts.drafts.flatMap(({session, paymentIntent}) => [session, paymentIntent])),
    upgraded: upgradedBy(facts.payments),
    readFrom: readFrom(facts),
  }
}

/** Entitlements that a payment names as what it upgrades. */
export function upgradedBy(payments: Iterable<Payment>): ReadonlySet<string> {
  const upgraded = new Set<string>()
  for (const {names} of payments) if (names.upgradeFrom !== null) upgraded.add(names.upgradeFrom)
  return upgraded
}

function readFrom({read}: Facts): number | null {
  if (read === null) return null
  return read.reduce((latest, {from}) => Math.max(latest, from), Number.NEGATIVE_INFINITY)
}

/** The person whom an entitlement's reference means; the reference itself where no document answers to it. */
export function holderOf(world: World, reference: string | null): string | null {
  if (reference === null) return null
  const document = world.people.byReference(reference)
  return document === null ? reference : personOf(document)
}
