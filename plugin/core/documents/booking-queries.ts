import type {DocumentMap} from './document-map.ts'
import {groq, joined, named, quoted, type Groq} from './groq.ts'
import {IS_PUBLISHED, queryNames, type QueryNames} from './query-names.ts'

const OF_BOOKING = ['student', 'kind', 'bookedAt']
const OF_CLASS = ['date', 'cancelled', 'school']

/** What asks for bookings: only these people's own come back, not their classmates'. */
export function bookingQueries(map: DocumentMap, people: Groq): {bookings: Groq; bookingsOfSome: Groq} {
  const {booking} = map.kinds
  if (booking === null) return {bookings: groq`[]`, bookingsOfSome: groq`[]`}
  const names = queryNames(booking, map)
  const theirs = names.idHas('student', groq` in $people`)
  return {
    /** `$people` */
    bookings: bookingsOf(names, theirs),
    /** `$people`, `$emails`: under any of their documents. */
    bookingsOfSome: bookingsOf(
      names,
      groq`(${theirs} || ${names.idHas('student', groq` in ${people}._id`)})`,
    ),
  }
}

function bookingsOf(names: QueryNames, theirs: Groq): Groq {
  const list = names.name('bookings')
  if (list === null) {
    const read = names.projection([...OF_CLASS, ...OF_BOOKING])
    return groq`*[${names.is} && ${theirs}${IS_PUBLISHED}]${read}`
  }
  const roots = OF_BOOKING.flatMap((field) => names.name(field)?.split('.')[0] ?? [])
  const booking = joined([...new Set(roots)].map(named), groq`, `)
  const own = inside(list.split('.'), groq`${list}[${theirs}]{${booking}}`)
  const read = names.projection(OF_CLASS, groq`, ${own}`)
  return groq`*[${names.is} && count(${list}[${theirs}]) > 0${IS_PUBLISHED}]${read}`
}

/** `"day": {"bookings": …}` for a list at `day.bookings`. */
function inside([root = '', ...rest]: readonly string[], value: Groq): Groq {
  return groq`${quoted(root)}: ${rest.length === 0 ? value : groq`{${inside(rest, value)}}`}`
}
