import type {CheckId, Finding} from '../../../plugin/core/contract/finding.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {catalogueTroubles, type CatalogueTrouble} from '../../../plugin/core/reconcile/catalogue-troubles.ts'
import {cannotTellFor, found} from './found.ts'
import type {Notes} from './gather-notes.ts'
import type {HealthCase} from './health-case.ts'

const CAUSES = {
  type: ['types_grantable', 'type_not_grantable', 'pass_types'],
  validity: ['validities_set', 'validity_absent', 'pass_validities'],
  limit: ['limits_set', 'limit_absent', 'pass_limits'],
  date: ['dates_ahead', 'date_past', 'pass_dates'],
  name: ['names_unique', 'name_ambiguous', 'pass_names'],
} as const satisfies Record<CatalogueTrouble, readonly [Finding, Finding, CheckId]>

/** Passes on sale that nobody could be given, one check for each thing that can be wrong with them. */
export function checkCatalogue(
  {school, now}: HealthCase,
  {ledger: {value: ledger, fault}}: Notes,
): HealthCheck[] {
  const causes = Object.keys(CAUSES).filter((cause): cause is CatalogueTrouble => cause in CAUSES)
  if (ledger === undefined) return causes.map((cause) => cannotTellFor(CAUSES[cause][2], fault))
  const troubled = catalogueTroubles(ledger.passes, {school, now: now()})
  return causes.map((cause) => {
    const [right, wrong] = CAUSES[cause]
    const passes = troubled.flatMap(({pass, troubles}) => (troubles.includes(cause) ? pass : []))
    if (passes.length === 0) return found(right)
    const names = passes.map(({name, id}) => name?.trim() || id)
    return found(wrong, {count: passes.length, passes: names, passIds: passes.map(({id}) => id)})
  })
}
