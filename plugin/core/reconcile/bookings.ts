import type {Booking} from '../contract/booking.ts'
import type {Instant} from '../contract/instant.ts'
import {personOf, type People} from './people.ts'

/** How many classes of some types a person booked between two moments, both counted in. */
export type CountBookings = (
  person: string,
  types: ReadonlySet<string | null>,
  from: Instant,
  to: Instant,
) => number

export function indexBookings(bookings: readonly Booking[], people: People): CountBookings {
  const times = new Map<string, Map<string | null, Instant[]>>()
  for (const {student, type, at} of bookings) {
    const document = people.byReference(student)
    const person = document === null ? student : personOf(document)
    let ofPerson = times.get(person)
    if (ofPerson === undefined) times.set(person, (ofPerson = new Map()))
    const ofType = ofPerson.get(type)
    if (ofType === undefined) ofPerson.set(type, [at])
    else ofType.push(at)
  }
  for (const ofPerson of times.values()) for (const list of ofPerson.values()) list.sort((a, b) => a - b)
  return (person, types, from, to) => {
    let count = 0
    for (const type of types) {
      const list = times.get(person)?.get(type)
      if (list !== undefined) count += Math.max(0, firstAfter(list, to) - firstAfter(list, from - 1))
    }
    return count
  }
}

/** Where in a sorted list the first moment later than `at` stands. */
function firstAfter(sorted: readonly Instant[], at: Instant): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = sorted[middle]
    if (value !== undefined && value <= at) low = middle + 1
    else high = middle
  }
  return low
}
