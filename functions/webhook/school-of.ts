import {isPayment} from '../handlers/readings.ts'
import type {DeliveryPort, EventHint, Payments} from '../ports.ts'

/**
 * The school that an event is about; null where it is none of ours. A connected account is a school's. The platform's
 * own account was everybody's, and still takes the platform's own money: there the session says whose it was, by the
 * school or by the pass that it names.
 *
 * @param claimants the schools that the event's account belongs to
 */
export async function schoolOf(
  {deliveries, payments}: {deliveries: Pick<DeliveryPort, 'named'>; payments: Pick<Payments, 'byId'>},
  {account, payment, names}: EventHint,
  claimants: readonly string[],
): Promise<string | null> {
  // Where two schools claim it, reading either says so.
  if (account !== null) return claimants[0] ?? null
  if (payment === null) return null
  const {school, pass} = (names.school ?? names.pass) === null ? await namesOn(payments, payment) : names
  return school === null && pass === null ? null : deliveries.named({school, pass})
}

async function namesOn(payments: Pick<Payments, 'byId'>, id: string): Promise<EventHint['names']> {
  const reading = await payments.byId(null, id)
  return reading !== null && isPayment(reading) ? reading.names : {school: null, pass: null}
}
