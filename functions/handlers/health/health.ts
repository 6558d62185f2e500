import {CHECKS} from '../../../plugin/core/contract/finding.ts'
import type {HealthAnswer, HealthCheck} from '../../../plugin/core/contract/health.ts'
import {checkAccount} from './check-account.ts'
import {checkCatalogue} from './check-catalogue.ts'
import {checkDeliveries} from './check-deliveries.ts'
import {checkEndpoints} from './check-endpoints.ts'
import {checkFunction} from './check-function.ts'
import {checkRedirect} from './check-redirect.ts'
import {checkSync} from './check-sync.ts'
import {checkWebhook} from './check-webhook.ts'
import {countFailures, lastSuccessOf} from './delivery-outcomes.ts'
import {checkSales, countSales} from './check-sales.ts'
import {gather} from './gather.ts'
import type {HealthCase} from './health-case.ts'
import {healthDays} from './health-days.ts'
import {judgeSales} from './judged-sales.ts'
import {knownEndpoints} from './known-endpoints.ts'
import {lastEvents} from './last-events.ts'
import {stripeLinks} from './stripe-links.ts'

/**
 * Examines one school's installation: every check by itself, so that what cannot be asked keeps nothing else from
 * being told.
 *
 * @throws Fault `not_found` where there is no such school
 */
export async function health(of: HealthCase): Promise<HealthAnswer> {
  const {config, school} = of
  const links = stripeLinks(config.live)
  const evidence = await gather(of)
  const endpoints = {known: knownEndpoints(evidence, config.live), hosts: config.webhookHosts, links}
  const deliveries = evidence.deliveries.value?.items
  const [judged, redirect] = await Promise.all([judgeSales(of, evidence), checkRedirect(endpoints, of)])
  return {
    school,
    asOf: of.now(),
    live: config.live,
    checks: inOrder([
      ...checkFunction(of, evidence),
      ...checkAccount(evidence, links),
      ...checkEndpoints(endpoints),
      redirect,
      ...checkWebhook(of, evidence, judged),
      checkDeliveries(of, evidence, links),
      checkSync(of, evidence),
      ...checkCatalogue(of, evidence),
      checkSales(of, judged, links),
    ]),
    lastSuccess: deliveries === undefined ? null : lastSuccessOf(deliveries),
    failures: deliveries === undefined ? null : countFailures(deliveries, of.now()),
    days: healthDays(of, evidence, judged),
    pending: evidence.events.value?.items.filter(({pending}) => pending > 0).length ?? null,
    events: lastEvents(evidence, judged),
    sales: countSales(of, judged),
    onSale:
      evidence.ledger.value?.passes
        .filter(({active, school: owner}) => active && owner === school)
        .map(({id, name}) => ({id, name})) ?? null,
  }
}

function inOrder(checks: readonly HealthCheck[]): HealthCheck[] {
  return checks.toSorted((a, b) => CHECKS.indexOf(a.id) - CHECKS.indexOf(b.id))
}
