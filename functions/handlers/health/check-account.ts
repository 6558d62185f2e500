import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {cannotTellFor, found, whyOf} from './found.ts'
import type {Evidence} from './gather.ts'
import type {StripeLinks} from './stripe-links.ts'

/** Whose account it is, and whether the key can read it. */
export function checkAccount(evidence: Evidence, links: StripeLinks): HealthCheck[] {
  return [
    checkOwner(evidence),
    checkReadable(evidence, links),
    checkPermissions(evidence, links),
    checkCharges(evidence, links),
  ]
}

function checkOwner({account: {value: account, fault}}: Evidence): HealthCheck {
  if (account !== undefined) return found('account_own', {account})
  const why = whyOf(fault)
  if (why === 'no_account') return found('account_absent')
  if (why !== 'claimed_twice') return cannotTellFor('school_account', fault)
  return found('account_claimed_twice', {account: fault.detail['account'] ?? ''})
}

/** Payments are what it is read for: who can list those can read the account, whatever else is refused. */
function checkReadable({account, sessions}: Evidence, links: StripeLinks): HealthCheck {
  const {fault} = sessions
  if (fault === undefined) return found('account_readable', {account: account.value ?? ''})
  const why = whyOf(fault)
  if (why === 'key_refused') return found('key_refused', {}, links.key())
  if (why === 'account_unreadable')
    return found('account_unreadable', {account: account.value ?? ''}, links.key())
  return cannotTellFor('account', fault, links.key())
}

function checkPermissions(
  {state, sessions, events, endpoints, destinations}: Evidence,
  links: StripeLinks,
): HealthCheck {
  const asked = [state, sessions, events, endpoints, destinations]
  const faults = asked.flatMap(({fault}) => fault ?? [])
  const missing = new Set(faults.flatMap(({detail}) => detail['permission'] ?? []))
  if (missing.size > 0) return found('permissions_missing', {permissions: [...missing].sort()}, links.key())
  const [fault] = faults
  return fault === undefined ? found('permissions_enough') : cannotTellFor('permissions', fault, links.key())
}

function checkCharges({account, state: {value: state, fault}}: Evidence, links: StripeLinks): HealthCheck {
  if (state === undefined) return cannotTellFor('charges', fault, links.key())
  if (state.chargesEnabled) return found('charges_enabled')
  const {disabledReason: reason} = state
  return found('charges_disabled', reason === null ? {} : {reason}, links.account(account.value ?? ''))
}
