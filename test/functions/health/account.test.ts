import {describe, expect, it} from 'vitest'
import {readOnlyPermissions, type Permission} from '../../../studio/local/stripe/permissions.ts'
import {KEY, sale} from '../setup.ts'
import {examined} from './examining.ts'

function keyWithout(permission: Permission) {
  return [{key: KEY, permissions: readOnlyPermissions.filter((each) => each !== permission)}]
}

describe('the account', () => {
  it('that the key reads is told by its id, and that money is taken there', async () => {
    const {health} = await examined({sessions: [sale()]})
    expect((await health()).checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({id: 'school_account', state: 'ok', facts: {account: 'acct_A'}}),
        expect.objectContaining({id: 'account', state: 'ok', finding: 'account_readable'}),
        expect.objectContaining({id: 'permissions', state: 'ok'}),
        expect.objectContaining({id: 'charges', state: 'ok'}),
      ]),
    )
  })

  it('that the key cannot read fails, with a link to a key that could', async () => {
    const {check, stripe} = await examined()
    stripe.control.disconnect('acct_A')
    expect(await check('account')).toMatchObject({
      state: 'failing',
      finding: 'account_unreadable',
      facts: {account: 'acct_A'},
      remedy: 'check_key',
      link: expect.stringContaining('https://dashboard.stripe.com/apikeys/create?'),
    })
  })

  it('that cannot be read makes no sale and no event look like none', async () => {
    const {health, stripe} = await examined({sessions: [sale()]})
    stripe.control.disconnect('acct_A')
    expect(await health()).toMatchObject({
      events: null,
      sales: null,
      pending: null,
      checks: expect.arrayContaining([
        expect.objectContaining({id: 'sales', state: 'unknown'}),
        expect.objectContaining({id: 'deliveries', state: 'unknown'}),
        expect.objectContaining({id: 'charges', state: 'unknown'}),
      ]),
    })
  })

  it('that may not take money fails, with Stripe’s own reason and the place to mend it', async () => {
    const {check, stripe} = await examined()
    await stripe.control.changeAccount('acct_A', {
      charges_enabled: false,
      requirements: {
        alternatives: [],
        current_deadline: null,
        currently_due: [],
        disabled_reason: 'requirements.past_due',
        errors: [],
        eventually_due: [],
        past_due: [],
        pending_verification: [],
      },
    })
    expect(await check('charges')).toMatchObject({
      state: 'failing',
      finding: 'charges_disabled',
      facts: {reason: 'requirements.past_due'},
      link: 'https://dashboard.stripe.com/connect/accounts/acct_A',
    })
  })

  it('that two schools claim fails, and nothing is said of its money', async () => {
    const {health, stripe} = await examined({
      documents: [{_id: 'tenantV', _type: 'tenant', stripeConnect: {accountId: 'acct_A'}}],
    })
    const {checks} = await health()
    expect(checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'school_account',
          state: 'failing',
          finding: 'account_claimed_twice',
          facts: {account: 'acct_A'},
          remedy: 'pin_account',
        }),
        expect.objectContaining({
          id: 'account',
          state: 'unknown',
          facts: expect.objectContaining({why: 'claimed_twice'}),
        }),
      ]),
    )
    expect(stripe.ledger.requests.filter(({account}) => account === 'acct_A')).toEqual([])
  })

  it('that a school does not have fails, and says that it has to be connected', async () => {
    const {check} = await examined({environment: {SCHOOL_ACCOUNTS: '{"tenantU": ["acct_B"]}'}})
    expect(await check('school_account')).toMatchObject({
      state: 'failing',
      finding: 'account_absent',
      remedy: 'connect_account',
    })
  })
})

describe('the key', () => {
  it.each([
    ['checkout_session_read', 'account'],
    ['payment_intent_read', 'sales'],
    ['charge_read', 'sales'],
    ['event_read', 'deliveries'],
    ['webhook_read', 'endpoint'],
    ['accounts_kyc_basic_read', 'charges'],
  ] as const)(
    'that lacks %s is told which permission it lacks, and what cannot be known',
    async (permission, id) => {
      const {health} = await examined({keys: keyWithout(permission), sessions: [sale()]})
      const {checks} = await health()
      expect(checks.find((each) => each.id === 'permissions')).toMatchObject({
        state: 'failing',
        finding: 'permissions_missing',
        facts: {permissions: [`rak_${permission}`]},
        remedy: 'add_permissions',
      })
      expect(checks.find((each) => each.id === id)).toMatchObject({
        state: 'unknown',
        facts: {why: 'permission', permission: `rak_${permission}`},
      })
    },
  )

  it('is made anew by a link that preselects what is read, on the platform and on its schools', async () => {
    const {check} = await examined({keys: keyWithout('event_read')})
    const {link} = await check('permissions')
    const query = new URL(link ?? '').searchParams
    expect(query.getAll('permissions[]')).toEqual(
      expect.arrayContaining(readOnlyPermissions.map((each) => `rak_${each}`)),
    )
    expect(query.getAll('connectPermissions[]')).toEqual(query.getAll('permissions[]'))
    expect(link).not.toContain('write')
  })

  it('that Stripe refuses fails, and everything that hangs on it cannot be told', async () => {
    const {health, stripe} = await examined()
    stripe.control.expireKey(KEY)
    const {checks} = await health()
    expect(checks.find(({id}) => id === 'account')).toMatchObject({
      finding: 'key_refused',
      remedy: 'renew_key',
    })
    const unknown = checks.flatMap(({id, state}) => (state === 'unknown' ? id : []))
    expect(unknown).toEqual(
      expect.arrayContaining([
        'permissions',
        'charges',
        'endpoint',
        'endpoint_connect',
        'deliveries',
        'sales',
      ]),
    )
  })
})
