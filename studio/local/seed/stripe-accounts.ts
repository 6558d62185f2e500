import type {SessionSeed} from '../stripe/objects/checkout-session.ts'
import {account} from '../stripe/objects/account.ts'
import {readOnlyPermissions} from '../stripe/permissions.ts'
import type {StripeSeed} from '../stripe/stripe-seed.ts'
import {SCHOOLS} from './schools.ts'
import type {SeedClock} from './seed-clock.ts'

export const PLATFORM_ACCOUNT = 'acct_1NordicDancePlatform'
/** Restricted and read-only, which is all that the product asks for; worth nothing outside the local Stripe. */
export const DEMO_STRIPE_KEY = 'rk_live_demo'

/** The platform, its two schools' accounts, and what was sold on them. */
export function demoStripe(sessions: SessionSeed[], clock: SeedClock): StripeSeed {
  const createdAt = new Date(clock.daysAgo(420, 9))
  return {
    accounts: [
      {account: account({id: PLATFORM_ACCOUNT, name: 'Nordic Dance Platform', createdAt})},
      ...SCHOOLS.map(({id: _id, account: id, name, country, currency}) => ({
        account: account({id, name, country, defaultCurrency: currency, createdAt}),
        platform: PLATFORM_ACCOUNT,
      })),
    ],
    keys: [{key: DEMO_STRIPE_KEY, account: PLATFORM_ACCOUNT, permissions: readOnlyPermissions}],
    sessions,
  }
}
