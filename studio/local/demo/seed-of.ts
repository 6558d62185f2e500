import {account} from '../stripe/objects/account.ts'
import {demoSeed, type DemoSeed} from '../seed/demo-seed.ts'
import type {TokenOf} from '../seed/people.ts'
import {PLATFORM_ACCOUNT} from '../seed/stripe-accounts.ts'
import type {StartArguments} from './arguments.ts'
import {accountsNamed} from './function-environment.ts'
import {readDataset, readSessions} from './own-dataset.ts'

/** The demo schools, or somebody's own export with the same demo people. */
export async function seedOf(
  {dataset, payments}: Pick<StartArguments, 'dataset' | 'payments'>,
  demo: {now: Date; tokenOf: TokenOf},
): Promise<DemoSeed> {
  const seed = demoSeed(demo)
  if (dataset === null) return seed
  const documents = await readDataset(dataset)
  const known = new Set(seed.stripe.accounts.map((each) => each.account.id))
  const named = accountsNamed(documents).filter((id) => !known.has(id))
  return {
    ...seed,
    documents,
    stripe: {
      ...seed.stripe,
      accounts: [
        ...seed.stripe.accounts,
        ...named.map((id) => ({account: account({id}), platform: PLATFORM_ACCOUNT})),
      ],
      sessions: payments === null ? seed.stripe.sessions : await readSessions(payments),
    },
  }
}
