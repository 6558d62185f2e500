import {toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import type {SeedClock} from './seed-clock.ts'

export interface SchoolSeed {
  id: string
  name: string
  slug: string
  account: string
  country: string
  currency: string
}

/** The school that the demo is about. */
export const FJORD: SchoolSeed = {
  id: 'school-fjord',
  name: 'Fjord Dance Studio',
  slug: 'fjord-dance-studio',
  account: 'acct_1FjordDanceStudio',
  country: 'NO',
  currency: 'nok',
}

/** A second one, so that what belongs to one school can be seen not to reach the other. */
export const HAVN: SchoolSeed = {
  id: 'school-havn',
  name: 'Havn Dance',
  slug: 'havn-dance',
  account: 'acct_1HavnDance',
  country: 'FI',
  currency: 'eur',
}

export const SCHOOLS = [FJORD, HAVN] as const

export function schoolDocument(school: SchoolSeed, clock: SeedClock): LakeDocument {
  const opened = toIso(clock.daysAgo(420, 9))
  return {
    _id: school.id,
    _type: 'tenant',
    _createdAt: opened,
    _updatedAt: toIso(clock.daysAgo(90, 7)),
    schoolName: school.name,
    slug: {_type: 'slug', current: school.slug},
    status: 'active',
    ownerId: `user_owner_${school.slug}`,
    contactEmail: `post.${school.slug}@example.com`,
    // The sign-up form's defaults, as in every real school: neither is what is charged, nor where the school is.
    settings: {
      timezone: 'America/New_York',
      currency: 'USD',
      allowPublicRegistration: true,
      requireApproval: false,
    },
    stripeConnect: {
      accountId: school.account,
      accountStatus: 'active',
      onboardingCompleted: true,
      chargesEnabled: true,
      payoutsEnabled: true,
      country: school.country,
      currency: school.currency,
      applicationFeePercent: 5,
      connectedAt: opened,
      lastSyncAt: toIso(clock.daysAgo(90, 7)),
    },
  }
}
