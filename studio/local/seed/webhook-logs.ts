import {DAY, SECOND, toIso} from '../../../plugin/core/contract/instant.ts'
import {deliveryDocument} from '../../../plugin/core/documents/delivery-document.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {createIds} from '../stripe/objects/ids.ts'
import type {Sale} from './sale.ts'
import type {SeedCase} from './seed-case.ts'
import type {SeedClock} from './seed-clock.ts'

const KEPT_DAYS = 30
/** The platform's own webhook was switched off so long ago; since then the function hears of sales. */
const SWITCHED_DAYS = 9

/** What was noted of a sale: by the platform's own webhook, or by the function's after that one was switched off. */
export function webhookLogs(
  sale: Sale,
  of: Pick<SeedCase, 'webhookError' | 'verdict'>,
  clock: SeedClock,
): LakeDocument[] {
  if (sale.stripe.payment_status === 'unpaid' || sale.paidAt < clock.now - KEPT_DAYS * DAY) return []
  // What was paid this very moment is still on its way.
  if (of.verdict === 'in_transit') return []
  const eventId = createIds(`event ${sale.key}`)('evt')
  return sale.paidAt < clock.now - SWITCHED_DAYS * DAY
    ? platformLogs(sale, eventId, of.webhookError)
    : [functionNote(sale, eventId, of)]
}

/** The platform's own log: two documents an event, one when it began and one when it ended. */
function platformLogs(sale: Sale, eventId: string, error: string | undefined): LakeDocument[] {
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

/** One document an event. What nobody could be sure of was left to a person; else the lake did not answer. */
function functionNote(
  {stripe, pass, paidAt}: Sale,
  event: string,
  {webhookError, verdict}: Pick<SeedCase, 'webhookError' | 'verdict'>,
): LakeDocument {
  const began = paidAt + SECOND
  const at = paidAt + 2 * SECOND
  const hasFailed = webhookError !== undefined && verdict === 'missing'
  const note = deliveryDocument({
    event,
    type: 'checkout.session.completed',
    state: hasFailed ? 'error' : 'success',
    session: stripe.id,
    account: pass.school.account,
    school: pass.school.id,
    live: true,
    verdict: hasFailed ? null : verdict,
    outcome: hasFailed ? null : webhookError === undefined ? 'in_order' : 'for_a_person',
    error: hasFailed ? 'lake_unavailable: Sanity did not answer as it should' : null,
    began,
    at,
  })
  return {...note, _createdAt: toIso(began), _updatedAt: toIso(at)}
}
