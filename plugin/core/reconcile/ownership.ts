import type {Payment} from '../contract/payment.ts'
import type {Pass} from '../contract/pass.ts'
import {productNames} from './attribute.ts'

/** Whose sale it is: this school's, another's, nobody's that can be told, or claimed by two. */
export type Ownership = 'ours' | 'theirs' | 'unknown' | 'contradicted'

export type Owners = {
  school: string
  accounts: ReadonlySet<string>
  /** Every account that some school has. */
  ownerOf: ReadonlyMap<string, string>
}

/**
 * The account decides whose a direct charge is, and what the session names must agree with it. On the platform's own
 * account, and on one that no school has, only the names say whose it is.
 */
export function ownershipOf(payment: Payment, paidPass: Pass | null, owners: Owners): Ownership {
  const {school} = owners
  const byAccount = accountOwner(payment.account, owners)
  const claims = payment.names.school === null ? productNames(payment, 'school') : [payment.names.school]
  const ofPass = paidPass?.school ?? null
  const namesUs = ofPass === school || claims.includes(school)
  const namesOther = (ofPass !== null && ofPass !== school) || claims.some((claim) => claim !== school)
  if (byAccount === school) return namesOther ? 'contradicted' : 'ours'
  if (byAccount !== null) return namesUs ? 'contradicted' : 'theirs'
  if (namesUs) return namesOther ? 'contradicted' : 'ours'
  return namesOther ? 'theirs' : 'unknown'
}

function accountOwner(account: string | null, {school, accounts, ownerOf}: Owners): string | null {
  if (account === null) return null
  return accounts.has(account) ? school : (ownerOf.get(account) ?? null)
}
