import {OUT_OF_TIME, SIGNATURE_FAILED, verifiedBy} from '../../../plugin/core/contract/counter-names.ts'
import {DAY, MINUTE} from '../../../plugin/core/contract/instant.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {countFailures, lastSuccessOf} from './delivery-outcomes.ts'
import {cannotTell, cannotTellFor, found} from './found.ts'
import type {Notes} from './gather-notes.ts'
import type {HealthCase} from './health-case.ts'
import type {JudgedSales} from './judged-sales.ts'
import type {Told} from './told.ts'

/** What was refused longer ago than this has been seen to. */
const RECENT = 7 * DAY
/** How long a webhook may take. */
const IN_TRANSIT = 10 * MINUTE

/**
 * Whether whatever Stripe tells is believed, and dealt with.
 *
 * @param sales null where Stripe was not asked for them
 */
export function checkWebhook(
  of: HealthCase,
  evidence: Notes,
  sales: Told<JudgedSales> | null,
): HealthCheck[] {
  return [
    checkSecrets(of, evidence),
    checkSignatures(of, evidence),
    checkFailures(of, evidence),
    checkLastSuccess(of, evidence, sales),
    checkWriters(of, evidence),
  ]
}

function checkSecrets({secrets}: HealthCase, {counters: {value: counters, fault}}: Notes): HealthCheck {
  if (secrets.length === 0) return found('secrets_unset')
  if (counters === undefined) return cannotTellFor('secrets', fault)
  const proven = secrets.flatMap((secret) => counters[verifiedBy(secret)]?.last ?? [])
  const count = secrets.length - proven.length
  return count > 0
    ? found('secrets_unproven', {count})
    : found('secrets_proven', {lastAt: Math.max(...proven)})
}

/** Anybody can send what nobody signed: it is grave only where nothing that was signed came since. */
function checkSignatures(
  {secrets, now}: HealthCase,
  {counters: {value: counters, fault}}: Notes,
): HealthCheck {
  if (secrets.length === 0) return cannotTell('signatures', 'no_webhook')
  if (counters === undefined) return cannotTellFor('signatures', fault)
  const recently = (name: string): number | null => {
    const last = counters[name]?.last ?? -Infinity
    return last > now() - RECENT ? last : null
  }
  const failed = recently(SIGNATURE_FAILED)
  if (failed !== null) {
    const verified = Math.max(
      -Infinity,
      ...secrets.map((secret) => counters[verifiedBy(secret)]?.last ?? -Infinity),
    )
    const count = counters[SIGNATURE_FAILED]?.count ?? 0
    return found(verified > failed ? 'signatures_some_failing' : 'signatures_failing', {
      count,
      lastAt: failed,
    })
  }
  const outOfTime = recently(OUT_OF_TIME)
  return outOfTime === null ? found('signatures_right') : found('signatures_out_of_time', {lastAt: outOfTime})
}

function checkFailures({now}: HealthCase, {deliveries: {value: deliveries, fault}}: Notes): HealthCheck {
  if (deliveries === undefined) return cannotTellFor('failures', fault)
  const causes = countFailures(deliveries.items, now())
  const count = causes.reduce((sum, cause) => sum + cause.count, 0)
  if (count === 0) return found('failures_none')
  return found('failures_some', {count, causes: causes.map(({cause}) => cause)})
}

/** A webhook that has not worked since the last sale was not told of it, or does not note what it does. */
function checkLastSuccess(
  {now}: HealthCase,
  {deliveries: {value: deliveries, fault}}: Notes,
  sales: Told<JudgedSales> | null,
): HealthCheck {
  if (deliveries === undefined) return cannotTellFor('last_success', fault)
  const lastAt = lastSuccessOf(deliveries.items)
  if (lastAt === null) return found('success_never')
  const settled = sales?.value?.sales.filter(({at}) => at < now() - IN_TRANSIT) ?? []
  return found(settled.some(({at}) => at > lastAt) ? 'success_overdue' : 'success_recent', {lastAt})
}

function checkWriters({config}: HealthCase, {elsewhere: {value: lastAt, fault}}: Notes): HealthCheck {
  if (!config.webhookWrites) return found('writes_off')
  if (lastAt === undefined) return cannotTellFor('writers', fault)
  return lastAt === null ? found('writes_alone') : found('writes_twice', {lastAt})
}
