import {Fault} from '../../plugin/core/contract/fault.ts'
import type {OverviewAnswer} from '../../plugin/core/contract/overview.ts'
import type {AccountOwner, School} from '../../plugin/core/contract/school.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {LedgerPort} from '../ports.ts'

type Trouble = OverviewAnswer['schools'][number]['trouble']

/** What is remembered of every school that somebody may act for: out of the lake, without asking Stripe. */
export async function overview({
  ledger,
  mayActFor,
  now,
}: {
  ledger: Pick<LedgerPort, 'schools' | 'upkeeps'>
  mayActFor: (school: string) => boolean
  now: () => number
}): Promise<OverviewAnswer> {
  const all = await ledger.schools()
  const accountOwners = all.flatMap(({id, accounts}) => accounts.map((account) => ({account, school: id})))
  const troubles = new Map(all.map((school) => [school.id, troubleOf(school, accountOwners)]))
  const upkeeps = await ledger.upkeeps(all.filter(({id}) => mayActFor(id)))
  return {
    asOf: now(),
    schools: upkeeps.map(({school, upkeep}) => ({school, upkeep, trouble: troubles.get(school) ?? null})),
  }
}

function troubleOf(school: School, accountOwners: AccountOwner[]): Trouble {
  try {
    accountsOf({school, accountOwners})
    return null
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return error.detail['reason'] === 'no_account' ? 'no_account' : 'claimed_twice'
  }
}
