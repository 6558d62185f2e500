import {HOUR, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import type {Random} from './random.ts'
import {FJORD} from './schools.ts'
import type {SeedClock} from './seed-clock.ts'

const CAPACITY = 18
const WEEKDAYS_WITH_CLASSES = new Set([1, 2, 3, 4])
const EVENING = [
  {hour: 17, minute: 30, title: 'Salsa beginners'},
  {hour: 19, minute: 0, title: 'Bachata open level'},
] as const

interface Booking {
  _key: string
  student: {_type: 'reference'; _ref: string}
  bookingType: string
  bookingTime: string
}

export interface ClassSchedule {
  /** Books up to `wanted` classes in the window; says how many there was room for. */
  book(words: {student: string; type: string; from: number; to: number; wanted: number}): number
  documents(): LakeDocument[]
}

/** The evenings of four months and of the week to come. */
export function classSchedule(random: Random, clock: SeedClock): ClassSchedule {
  const classes = Array.from({length: 128}, (_, nth) => nth - 7)
    .filter((days) => WEEKDAYS_WITH_CLASSES.has(new Date(clock.daysAgo(days, 12)).getUTCDay()))
    .flatMap((days) =>
      EVENING.map(({hour, minute, title}) => ({
        at: clock.daysAgo(days, hour, minute),
        title,
        bookings: new Array<Booking>(),
      })),
    )

  return {
    book({student, type, from, to, wanted}) {
      const open = classes.filter(
        ({at, bookings}) =>
          at > from + HOUR &&
          at < to &&
          bookings.length < CAPACITY &&
          !bookings.some((booking) => isOf(booking, student)),
      )
      let booked = 0
      while (booked < wanted && open.length > 0) {
        const [chosen] = open.splice(random.between(0, open.length - 1), 1)
        if (!chosen) break
        const time = Math.min(clock.minutesAgo(20), Math.max(from + 10 * MINUTE, chosen.at - 20 * HOUR))
        chosen.bookings.push({
          _key: `${student}-${chosen.bookings.length}`,
          student: {_type: 'reference', _ref: student},
          bookingType: type,
          bookingTime: toIso(time),
        })
        booked += 1
      }
      return booked
    },
    documents: () =>
      classes.map(({at, title, bookings}, nth) => ({
        _id: `class-${nth}`,
        _type: 'classInstance',
        _createdAt: toIso(clock.daysAgo(125, 9)),
        _updatedAt:
          bookings
            .map(({bookingTime}) => bookingTime)
            .sort()
            .at(-1) ?? toIso(clock.daysAgo(125, 9)),
        title,
        tenant: {_type: 'reference', _ref: FJORD.id},
        date: toIso(at),
        capacity: CAPACITY,
        isCancelled: false,
        bookings,
      })),
  }
}

function isOf({student: {_ref}}: Booking, student: string): boolean {
  return _ref === student
}
