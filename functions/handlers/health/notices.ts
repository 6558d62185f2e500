import type {NoticesAnswer} from '../../../plugin/core/contract/health.ts'
import {checkCatalogue} from './check-catalogue.ts'
import {checkSync} from './check-sync.ts'
import {checkWebhook} from './check-webhook.ts'
import {gatherNotes} from './gather-notes.ts'
import type {HealthCase} from './health-case.ts'

/**
 * What is known of a school's installation without asking Stripe: cheap enough to be looked at wherever somebody works.
 *
 * @throws Fault `not_found` where there is no such school
 */
export async function notices(of: HealthCase): Promise<NoticesAnswer> {
  const {school, now, ledger} = of
  const notes = await gatherNotes(of, ledger.open(school)).notes
  const checks = [...checkWebhook(of, notes, null), checkSync(of, notes), ...checkCatalogue(of, notes)]
  return {school, asOf: now(), checks}
}
