import type {Fault} from '../../../plugin/core/contract/fault.ts'
import {
  FINDINGS,
  WHY_UNKNOWN,
  type CheckId,
  type Finding,
  type WhyUnknown,
} from '../../../plugin/core/contract/finding.ts'
import type {CheckFacts, HealthCheck} from '../../../plugin/core/contract/health.ts'
import {settingFor} from './setting-for.ts'

/**
 * A check as it is told: what was found decides how good that is and what helps.
 *
 * @example found('endpoint_disabled', {endpoints: ['passes.example.com/v1/stripe/webhook']}, link)
 */
export function found(finding: Finding, facts: CheckFacts = {}, link: string | null = null): HealthCheck {
  const {check, state, remedy} = FINDINGS[finding]
  return {id: check, state, finding, facts, remedy, setting: settingFor(remedy), link}
}

/** A check that could not be asked. */
export function cannotTell(
  check: CheckId,
  why: WhyUnknown,
  facts: CheckFacts = {},
  link: string | null = null,
): HealthCheck {
  const remedy = WHY_UNKNOWN[why]
  const setting = settingFor(remedy)
  return {id: check, state: 'unknown', finding: 'cannot_tell', facts: {...facts, why}, remedy, setting, link}
}

/** The same, where a failure is the reason. */
export function cannotTellFor(check: CheckId, fault: Fault, link: string | null = null): HealthCheck {
  const {permission, account, settings} = fault.detail
  const why = whyOf(fault)
  const facts: CheckFacts = {
    ...(permission !== undefined && {permission}),
    ...(account !== undefined && {account}),
    ...(settings !== undefined && {settings}),
  }
  return cannotTell(check, why, facts, why === 'permission' || why === 'account_unreadable' ? link : null)
}

/** In which of our words a failure keeps something from being known. */
export function whyOf({code, detail: {permission, reason}}: Fault): WhyUnknown {
  if (code === 'account_unreadable') {
    if (permission !== undefined) return 'permission'
    if (reason === 'no_account' || reason === 'claimed_twice') return reason
    return 'account_unreadable'
  }
  if (code === 'misconfigured') {
    if (reason === 'refused_by_stripe') return 'key_refused'
    return reason === 'refused_by_sanity' ? 'token_refused' : 'settings'
  }
  if (code === 'rate_limited' || code === 'lake_unavailable') return code
  return 'stripe_unavailable'
}
