import {expect, it} from 'vitest'
import {overviewAnswer} from '../../plugin/core/contract/overview.ts'
import {HOUR} from '../../plugin/core/contract/instant.ts'
import {tove} from './people.ts'
import {sale} from './setup.ts'
import {syncing, type Syncing} from './sync/syncing.ts'

const everywhere = {SCHOOL_ACCESS: JSON.stringify({[tove.id]: ['*']})}
const seen = async ({send}: Syncing) => overviewAnswer.parse(await (await send('/v1/overview')).json())

it('says of each school what the last scan left and when, in one reading and without asking Stripe', async () => {
  const at = await syncing({sessions: [sale()], environment: everywhere})
  await at.sync({schools: ['tenantT'], every: 60})
  at.now.at += HOUR
  at.forgetCalls()
  const {asOf, schools} = await seen(at)
  expect(asOf).toBe(at.now.at)
  expect(schools.find(({school}) => school === 'tenantT')).toEqual({
    school: 'tenantT',
    trouble: null,
    upkeep: {
      lastWebhook: null,
      lastRun: {at: at.now.at - HOUR, fault: null, left: 1},
      nextRun: at.now.at,
    },
  })
  expect(schools.find(({school}) => school === 'tenantU')?.upkeep.lastRun).toBeNull()
  expect(at.stripe.ledger.requests).toEqual([])
  expect(at.lake.ledger.requests.filter(({path}) => path.includes('/data/query'))).toHaveLength(2)
})

it('says why a school cannot be read: two claim its account, it has none, or the last scan was refused', async () => {
  const at = await syncing({environment: {...everywhere, SCHOOL_ACCOUNTS: undefined}})
  const claim = {stripeConnect: {accountId: 'acct_A'}}
  await at.studio().create({_id: 'tenantV', _type: 'tenant', schoolName: 'Copycat', ...claim})
  await at.studio().create({_id: 'tenantW', _type: 'tenant', schoolName: 'New'})
  const troubles = Object.fromEntries((await seen(at)).schools.map(({school, trouble}) => [school, trouble]))
  expect(troubles).toMatchObject({
    tenantT: 'claimed_twice',
    tenantV: 'claimed_twice',
    tenantW: 'no_account',
    tenantU: null,
  })
  await at.ask({schools: ['tenantT']})
  const {schools} = await seen(at)
  expect(schools.find(({school}) => school === 'tenantT')?.upkeep.lastRun).toMatchObject({
    fault: 'account_unreadable',
  })
})
