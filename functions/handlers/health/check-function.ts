import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {cannotTellFor, found} from './found.ts'
import type {Evidence} from './gather.ts'
import type {HealthCase} from './health-case.ts'
import {isPayment} from '../readings.ts'

/** How the function itself is set up. Whoever is answered at all has settings of the right form. */
export function checkFunction(
  {config}: HealthCase,
  {canWrite, unnamed, strays, isPublic, sessions, events}: Evidence,
): HealthCheck[] {
  const modes = [
    ...(sessions.value?.items ?? []).flatMap((reading) => (isPayment(reading) ? reading.live : [])),
    ...(events.value?.items ?? []).map(({live}) => live),
  ]
  return [
    found('settings_right'),
    modes.some((live) => live !== config.live)
      ? found('mode_mixed', {settings: ['STRIPE_SECRET_KEY', 'LIVE']})
      : found(config.live ? 'mode_live' : 'mode_test'),
    isPublic.value === undefined
      ? cannotTellFor('dataset', isPublic.fault)
      : found(isPublic.value ? 'dataset_public' : 'dataset_private'),
    checkToken(canWrite),
    checkDocuments(unnamed),
    checkSchools(strays),
    found(config.alertUrl === null ? 'alerts_off' : 'alerts_on'),
  ]
}

function checkToken({value: canWrite, fault}: Evidence['canWrite']): HealthCheck {
  if (canWrite !== undefined) return found(canWrite ? 'token_writes' : 'token_cannot_write')
  const isRefused = fault.detail['reason'] === 'refused_by_sanity'
  return isRefused ? found('token_refused') : cannotTellFor('robot_token', fault)
}

/** A name that nobody uses would have passes looked for where none are. */
function checkDocuments({value: unnamed, fault}: Evidence['unnamed']): HealthCheck {
  if (unnamed === undefined) return cannotTellFor('documents', fault)
  if (unnamed === null) return found('documents_platform')
  return unnamed.length === 0 ? found('documents_named') : found('documents_not_named', {missing: unnamed})
}

/** Whoever is let into a school by a name that none has is let into none. */
function checkSchools({value: missing, fault}: Evidence['strays']): HealthCheck {
  if (missing === undefined) return cannotTellFor('schools', fault)
  return missing.length === 0 ? found('schools_there') : found('schools_not_there', {missing})
}
