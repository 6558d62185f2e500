import type {Booking} from '../contract/booking.ts'
import {isShape, listIn, textIn, type Shape} from '../contract/shape.ts'
import {storedTime} from './stored-time.ts'

/**
 * The bookings in a `classInstance` document. One without student or without any time counts for nobody; a
 * cancelled class was not used.
 *
 * @throws GarbledField where `bookings` is not a list
 */
export function parseBookings(document: Shape, zone: string): Booking[] {
  if (document['isCancelled'] === true) return []
  return listIn(document, 'bookings').flatMap((booking) => {
    if (!isShape(booking) || !isShape(booking['student'])) return []
    const student = booking['student']['_ref']
    const at = timeOf(booking['bookingTime'], zone) ?? timeOf(document['date'], zone)
    if (typeof student !== 'string' || at === null) return []
    return [{student, type: textIn(booking, 'bookingType', 'bookings[].bookingType'), at}]
  })
}

function timeOf(value: unknown, zone: string): number | null {
  return typeof value === 'string' ? storedTime(value, zone).at : null
}
