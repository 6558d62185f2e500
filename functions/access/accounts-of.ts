import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Ledger} from '../../plugin/core/contract/facts.ts'
import type {Account} from '../ports.ts'

/** Until then the platform took payments on its own account, for all schools. */
export const PLATFORM_UNTIL = Date.UTC(2025, 7, 8)

/**
 * The connected accounts whose sessions are this school's, the present one first. An account that two schools claim
 * is nobody's: an editor could point a school's document at another one's money.
 *
 * @throws Fault `account_unreadable` with a reason: `no_account` or `claimed_twice`
 */
export function accountsOf({school, accountOwners}: Pick<Ledger, 'school' | 'accountOwners'>): string[] {
  if (school.accounts.length === 0) {
    throw new Fault('account_unreadable', 'this school has no connected account', {
      school: school.id,
      reason: 'no_account',
    })
  }
  for (const account of school.accounts) {
    const owners = accountOwners.filter((owner) => owner.account === account)
    if (owners.every((owner) => owner.school === school.id)) continue
    throw new Fault(
      'account_unreadable',
      'two schools claim this account: say whose it is in SCHOOL_ACCOUNTS',
      {
        account,
        school: school.id,
        reason: 'claimed_twice',
        settings: 'SCHOOL_ACCOUNTS',
      },
    )
  }
  return [...school.accounts]
}

/** Where a payment of some time may be: also on the platform's own account, if it is old enough. */
export function accountsAt(accounts: readonly string[], at: number): Account[] {
  return at < PLATFORM_UNTIL ? [...accounts, null] : [...accounts]
}
