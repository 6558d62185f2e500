import {DAY, HOUR, MINUTE} from '../../plugin/core/contract/instant.ts'
import {createRandom, type Random} from '../../studio/local/seed/random.ts'

/** One thing that happens to a checkout. */
export type Happening = {at: number; sale: Sale; what: What}
type What =
  | 'open'
  | 'pay'
  | 'begin'
  | 'money comes'
  | 'money fails'
  | 'expire'
  | 'refund'
  | 'refund a part'
  | 'refund slowly'
  | 'refund goes through'
  | 'refund fails'
  | 'dispute'
  | 'dispute won'
  | 'dispute lost'

export type Sale = {
  id: string
  student: number
  /** The event of its payment is never made, so that no webhook ever hears of it. */
  missed: boolean
}

type Share = [percent: number, tell: (sale: Sale, at: number, random: Random) => Happening[]]

/** A checkout ends in one of these ways; the numbers are shares of a hundred. */
const ENDINGS: Share[] = [
  [4, (sale, at) => [{at: at + DAY, sale, what: 'expire'}]],
  [
    0.9,
    (sale, at, random) => [{at, sale, what: 'begin'}, later('money comes', {sale, at, days: [1, 6]}, random)],
  ],
  [
    0.1,
    (sale, at, random) => [{at, sale, what: 'begin'}, later('money fails', {sale, at, days: [1, 6]}, random)],
  ],
  [2, (sale, at, random) => [{at: at + random.between(60, 1_300) * MINUTE, sale, what: 'pay'}]],
  [100, (sale, at, random) => [{at: at + random.between(1, 25) * MINUTE, sale, what: 'pay'}]],
]

/** And some of those that are paid go on, long after the session has left every window. */
const SEQUELS: Share[] = [
  [2, (sale, at, random) => [later('refund', {sale, at, days: [0, 40]}, random)]],
  [0.4, (sale, at, random) => [later('refund a part', {sale, at, days: [0, 40]}, random)]],
  [0.2, (sale, at, random) => slowly('refund goes through', {sale, at}, random)],
  [0.1, (sale, at, random) => slowly('refund fails', {sale, at}, random)],
  [0.1, (sale, at, random) => disputed('dispute won', {sale, at}, random)],
  [0.2, (sale, at, random) => disputed('dispute lost', {sale, at}, random)],
]

/**
 * Everything that happens on an account in so many days, in order.
 *
 * @param options.missed per cent of the payments of which no event is ever made
 */
export function happenings({
  from,
  days,
  sessions,
  students,
  missed,
}: {
  from: number
  days: number
  sessions: number
  students: number
  missed: number
}): Happening[] {
  const random = createRandom(120)
  const all: Happening[] = []
  for (let nth = 0; nth < sessions; nth += 1) {
    const at = from + Math.floor(((nth + random.between(0, 99) / 100) * days * DAY) / sessions)
    const sale: Sale = {
      id: `cs_live_sync${String(nth).padStart(6, '0')}`,
      student: random.between(0, students - 1),
      missed: random.percent(missed),
    }
    const ending = oneOf(ENDINGS, random)(sale, at, random)
    const paid = ending.find(({what}) => what === 'pay' || what === 'money comes')
    const sequel = paid === undefined ? [] : oneOf([...SEQUELS, NOTHING], random)(sale, paid.at, random)
    all.push({at, sale, what: 'open'}, ...ending, ...sequel)
  }
  const until = from + days * DAY
  return all.filter(({at}) => at < until).toSorted((a, b) => a.at - b.at)
}

const NOTHING: Share = [100, () => []]

function oneOf(shares: readonly Share[], random: Random): Share[1] {
  const drawn = random.between(0, 9_999) / 100
  let sum = 0
  for (const [percent, tell] of shares) {
    sum += percent
    if (drawn < sum) return tell
  }
  return () => []
}

type About = {sale: Sale; at: number}

function later(what: What, {sale, at, days}: About & {days: [number, number]}, random: Random): Happening {
  return {
    at: at + random.between(days[0] * 24, days[1] * 24) * HOUR + random.between(1, 59) * MINUTE,
    sale,
    what,
  }
}

function slowly(what: What, {sale, at}: About, random: Random): Happening[] {
  const first = later('refund slowly', {sale, at, days: [1, 30]}, random)
  return [first, later(what, {sale, at: first.at, days: [2, 12]}, random)]
}

function disputed(what: What, {sale, at}: About, random: Random): Happening[] {
  const first = later('dispute', {sale, at, days: [3, 30]}, random)
  return [first, later(what, {sale, at: first.at, days: [10, 45]}, random)]
}
