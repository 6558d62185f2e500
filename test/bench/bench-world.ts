import type {Lake} from '../../studio/local/lake/start-lake.ts'
import {account} from '../../studio/local/stripe/objects/account.ts'
import type {StripeSeed} from '../../studio/local/stripe/start-stripe.ts'
import {robot} from '../functions/people.ts'

export const BENCH_KEY = 'sk_live_onLoopbackOnly'

/** A platform with one school on it. */
export const BENCH_STRIPE: Pick<StripeSeed, 'accounts' | 'keys'> = {
  accounts: [
    {account: account({id: 'acct_platform', name: 'Pass platform'})},
    {account: account({id: 'acct_A', name: 'Nordlys Dance'}), platform: 'acct_platform'},
  ],
  keys: [{key: BENCH_KEY}],
}

/** The settings of a function over these, without what each bench has of its own. */
export function benchSettings({projectId, dataset}: Pick<Lake, 'projectId' | 'dataset'>) {
  return {
    STRIPE_SECRET_KEY: BENCH_KEY,
    LIVE: 'true',
    SANITY_PROJECT_ID: projectId,
    SANITY_DATASET: dataset,
    SANITY_WRITE_TOKEN: robot.token,
  }
}
