import {describe, expect, it} from 'vitest'
import {held, only, sale, setup, theOnly} from './setup.ts'

const march = () => sale()

describe('the platform’s own account, as it was used until August 2025', () => {
  const platform = {account: null, createdAt: '2025-07-20T10:00:00Z'} as const

  it('is read when the period reaches that far, and only this school’s sessions leave the function', async () => {
    const ours = sale(platform)
    const byPass = sale({...platform, metadata: {passId: 'P3', userId: 'user_A'}})
    const theirs = sale({
      ...platform,
      email: 'vera.aalto@example.com',
      metadata: {type: 'pass_purchase', passId: 'PU1', userId: 'user_V', tenantId: 'tenantU'},
      productMetadata: {passId: 'PU1', tenantId: 'tenantU'},
    })
    const {stream} = await setup({sessions: [ours, byPass, theirs]})
    const parts = await stream('?from=2025-07-01')
    const sent = only(parts, 'payments').flatMap(({payments}) => payments)
    expect(sent.map(({id}) => id).toSorted()).toEqual([ours.id, byPass.id].toSorted())
    expect(sent.every(({account}) => account === null)).toBe(true)
    const done = theOnly(parts, 'done')
    expect(done.elsewhere).toBe(1)
    expect(done.read).toContainEqual({
      account: null,
      from: Date.parse('2025-07-01'),
      to: Date.parse('2025-08-08'),
    })
    expect(JSON.stringify(parts)).not.toContain('vera.aalto')
  })

  it('gives a session that names nobody to the school that holds a pass for it', async () => {
    const nameless = sale({...platform, metadata: {}, productMetadata: {}, paymentIntentId: 'pi_3Old'})
    const {stream} = await setup({
      sessions: [nameless],
      documents: [held({stripePaymentId: 'pi_3Old', endDate: '2025-10-20T10:00:00.000Z'})],
    })
    const parts = await stream('?from=2025-07-01')
    expect(only(parts, 'payments').flatMap(({payments}) => payments)).toHaveLength(1)
  })

  it('is not asked when the period begins later', async () => {
    const {stream, stripe} = await setup({sessions: [sale(platform)]})
    expect(theOnly(await stream(), 'done').read.map(({account}) => account)).toEqual(['acct_A'])
    expect(stripe.ledger.requests.every(({account}) => account === 'acct_A')).toBe(true)
  })
})

describe('whose account it is', () => {
  const claimed = {
    _id: 'tenantW',
    _type: 'tenant',
    schoolName: 'Claims what is not theirs',
    stripeConnect: {accountId: 'acct_A', country: 'NO', currency: 'nok'},
  }

  it('is nobody’s to guess when two schools claim it', async () => {
    const {stream, stripe} = await setup({documents: [claimed], sessions: [march()]})
    expect((await stream()).at(-1)).toMatchObject({
      part: 'fault',
      error: {code: 'account_unreadable', detail: {account: 'acct_A', reason: 'claimed_twice'}},
    })
    expect(stripe.ledger.requests).toEqual([])
  })

  it('is what the setting says, whatever the documents claim', async () => {
    const {stream} = await setup({
      documents: [claimed],
      sessions: [march()],
      environment: {SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A"], "tenantU": ["acct_B"]}'},
    })
    expect(theOnly(await stream(), 'done').read.map(({account}) => account)).toEqual(['acct_A'])
  })

  it('may be two accounts, a present and a former one', async () => {
    const {stream} = await setup({
      sessions: [march(), sale({account: 'acct_B', createdAt: '2026-01-20T10:00:00Z', currency: 'nok'})],
      environment: {SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A", "acct_B"]}'},
    })
    const parts = await stream()
    expect(only(parts, 'payments').flatMap(({payments}) => payments.map((each) => each.account))).toEqual([
      'acct_A',
      'acct_B',
    ])
    expect(theOnly(parts, 'done').read).toHaveLength(2)
  })

  it.each(['constructor', 'toString', '__proto__'])(
    'is not read out of words that every object knows, such as the id of a document named %s',
    async (id) => {
      const {send, stream, fault} = await setup({
        documents: [{...claimed, _id: id}],
        sessions: [march()],
        environment: {
          SCHOOL_ACCESS: undefined,
          SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A"], "tenantU": ["acct_B"]}',
        },
      })
      expect((await send('/v1/schools')).status).toBe(200)
      expect(theOnly(await stream(), 'done').read.map(({account}) => account)).toEqual(['acct_A'])
      expect(await fault(`/v1/schools/${id}/students/u1`)).toMatchObject({
        code: 'account_unreadable',
        detail: {reason: 'no_account'},
      })
    },
  )

  it('is said when a school has none', async () => {
    const {stream} = await setup({environment: {SCHOOL_ACCOUNTS: '{"tenantU": ["acct_B"]}'}})
    expect((await stream()).at(-1)).toMatchObject({
      part: 'fault',
      error: {code: 'account_unreadable', detail: {reason: 'no_account', school: 'tenantT'}},
    })
  })
})
