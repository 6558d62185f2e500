import {SECOND} from '../../../plugin/core/contract/instant.ts'
import {
  CLIP_CARD,
  COURSES_CHANGED_DAYS_AGO,
  DAY_DROP_IN,
  DROP_IN,
  FOUR_COURSES,
  HAVN_FIVE,
  HAVN_MONTH,
  ONE_COURSE,
  type PassSeed,
  THREE_COURSES,
  TRIAL,
  TWO_COURSES,
} from './catalogue.ts'
import type {Random} from './random.ts'
import {type Sale, sell} from './sale.ts'
import type {SeedClock} from './seed-clock.ts'
import {HAVN_STUDENTS, ORDINARY_STUDENTS, type StudentSeed} from './students.ts'

const AT_FJORD = 104
const AT_HAVN = 18
const PERIOD_DAYS = 118

const SINGLE_SALES = [
  DROP_IN,
  DROP_IN,
  DROP_IN,
  DAY_DROP_IN,
  DAY_DROP_IN,
  CLIP_CARD,
  CLIP_CARD,
  TRIAL,
] as const
const COURSE_SALES = [ONE_COURSE, ONE_COURSE, TWO_COURSES, TWO_COURSES, THREE_COURSES, FOUR_COURSES] as const

/** What was sold in four months without anything worth telling. */
export function ordinarySales(random: Random, clock: SeedClock): Sale[] {
  const fjord = Array.from({length: AT_FJORD}, (_, nth) => {
    const days = random.between(3, PERIOD_DAYS)
    return one(`fjord-${nth}`, random.pick(ORDINARY_STUDENTS), fjordPass(days, random), days, random, clock)
  })
  const havn = Array.from({length: AT_HAVN}, (_, nth) => {
    const pass = random.pick([HAVN_FIVE, HAVN_MONTH])
    return one(`havn-${nth}`, random.pick(HAVN_STUDENTS), pass, random.between(2, PERIOD_DAYS), random, clock)
  })
  return [...fjord, ...havn]
}

/** Courses are sold when a term begins, and not since they were changed: nobody would have got one. */
function fjordPass(days: number, random: Random): PassSeed {
  const termBegins = days > 98 || (days > COURSES_CHANGED_DAYS_AGO + 1 && days < 62)
  return termBegins && random.percent(55) ? random.pick(COURSE_SALES) : random.pick(SINGLE_SALES)
}

function one(
  key: string,
  student: StudentSeed,
  pass: PassSeed,
  days: number,
  random: Random,
  clock: SeedClock,
): Sale {
  const promo = pass.price >= 1000 && random.percent(15)
  return sell(
    {
      key,
      student,
      pass,
      at: clock.daysAgo(days, random.between(7, 21), random.between(0, 59)) + random.between(0, 59) * SECOND,
      paidAfter: random.between(25, 240) * SECOND,
      ...(promo ? {discount: 200, promoCode: 'FJORD200'} : {}),
    },
    clock,
  )
}
