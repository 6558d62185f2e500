import {DAY, SECOND, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {createIds} from '../stripe/objects/ids.ts'
import type {Sale} from './sale.ts'
import type {SeedClock} from './seed-clock.ts'

const KEPT_DAYS = 30

/** The platform's own log: two documents an event, one when it began and one when it ended. */
export function webhookLogs(sale: Sale, error: string | undefined, clock: SeedClock): LakeDocument[] {
  if (sale.stripe.payment_status === 'unpaid' || sale.paidAt < clock.now - KEPT_DAYS * DAY) return []
  const eventId = createIds(`event ${sale.key}`)('evt')
  const details = {sessionId: sale.stripe.id, account: sale.pass.school.account}
  const log = (step: string, after: number, more: Record<string, unknown>): LakeDocument => {
    const at = toIso(sale.paidAt + after * SECOND)
    return {
      _id: `webhook-log-${sale.key}-${step}`,
      _type: 'webhookLog',
      _createdAt: at,
      _updatedAt: at,
      eventType: 'checkout.session.completed',
      eventId,
      timestamp: at,
      ...more,
    }
  }
  return [
    log('begin', 4, {status: 'processing', details}),
    error === undefined
      ? log('end', 7, {status: 'success', details})
      : log('end', 5, {status: 'error', details: {...details, error}}),
  ]
}
