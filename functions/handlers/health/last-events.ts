import type {HealthEvent} from '../../../plugin/core/contract/health.ts'
import type {StripeEvent} from '../../health-ports.ts'
import type {Evidence} from './gather.ts'
import type {JudgedSales} from './judged-sales.ts'
import type {Told} from './told.ts'

const SHOWN = 20

/** The last things that Stripe had to tell, each with the pass it is about; null where they could not be read. */
export function lastEvents({events}: Evidence, {value: judged}: Told<JudgedSales>): HealthEvent[] | null {
  if (events.value === undefined) return null
  return events.value.items.slice(0, SHOWN).map((event) => {
    const payment = judged?.payments.find((one) => isAbout(event, one))
    const entry = payment && judged?.entries.get(payment.id)
    const id = entry?.pass ?? payment?.names.pass ?? null
    return {
      id: event.id,
      type: event.type,
      at: event.at,
      session: event.session ?? payment?.id ?? null,
      amount: payment?.total ?? null,
      pass: id === null ? null : {id, name: judged?.passes.get(id)?.name ?? null},
      pending: event.pending,
      entitlements: entry === undefined || entry.verdict === 'excluded' ? null : entry.entitlements,
      inTransit: entry?.verdict === 'in_transit',
    }
  })
}

function isAbout(
  {session, paymentIntent}: StripeEvent,
  payment: {id: string; paymentIntent: string | null},
): boolean {
  if (session !== null) return session === payment.id
  return paymentIntent !== null && paymentIntent === payment.paymentIntent
}
