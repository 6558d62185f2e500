import type {LakeDocument} from '../lake/lake-document.ts'
import {isRecord} from '../lake/lake-document.ts'
import type {LakePerson} from '../lake/people.ts'
import {ROBOT, SCHOOL_ACCESS} from '../seed/people.ts'
import {APPLICATION} from '../seed/sale.ts'
import {SCHOOLS} from '../seed/schools.ts'
import {DEMO_STRIPE_KEY} from '../seed/stripe-accounts.ts'
import {DEMO_WEBHOOK_SECRET} from './demo-endpoint.ts'

/**
 * What a school would set where its function runs. Over somebody's own export every demo person acts for every
 * school in it, since nobody there is known.
 */
export function functionEnvironment({
  documents,
  projectId,
  dataset,
  people,
}: {
  documents: readonly LakeDocument[]
  projectId: string
  dataset: string
  people: readonly LakePerson[]
}): Record<string, string> {
  const isDemo = areDemoSchools(documents)
  const everywhere = Object.fromEntries(Object.keys(SCHOOL_ACCESS).map((person) => [person, '*']))
  return {
    STRIPE_SECRET_KEY: DEMO_STRIPE_KEY,
    LIVE: 'true',
    STRIPE_APPLICATION: APPLICATION,
    WEBHOOK_HOSTS: 'localhost',
    SANITY_PROJECT_ID: projectId,
    SANITY_DATASET: dataset,
    SANITY_WRITE_TOKEN: people.find(({id}) => id === ROBOT)?.token ?? '',
    STRIPE_WEBHOOK_SECRETS: DEMO_WEBHOOK_SECRET,
    WEBHOOK_WRITES: 'on',
    SCHOOL_ACCESS: JSON.stringify(isDemo ? SCHOOL_ACCESS : everywhere),
    ...(isDemo && {
      SCHOOL_ACCOUNTS: JSON.stringify(Object.fromEntries(SCHOOLS.map((s) => [s.id, [s.account]]))),
    }),
  }
}

/** Whether nobody's own export is shown. */
export function areDemoSchools(documents: readonly LakeDocument[]): boolean {
  const tenants = new Set(documents.filter(({_type}) => _type === 'tenant').map(({_id}) => _id))
  return SCHOOLS.every(({id}) => tenants.has(id))
}

/** The connected accounts that the schools of a dataset name. */
export function accountsNamed(documents: readonly LakeDocument[]): string[] {
  const named = documents.flatMap((document) => {
    const account = accountOf(document)
    return typeof account === 'string' && account.startsWith('acct_') ? [account] : []
  })
  return [...new Set(named)]
}

function accountOf({_type, stripeConnect, payments}: LakeDocument): unknown {
  if (_type === 'tenant' && isRecord(stripeConnect)) return stripeConnect['accountId']
  return _type === 'danceSchool' && isRecord(payments) ? payments['account'] : null
}
