import {describe, expect, test} from 'vitest'
import {account} from '../../../studio/local/stripe/objects/account.ts'
import {readOnlyPermissions} from '../../../studio/local/stripe/permissions.ts'
import {accounts, idIn, liveKey, refusal, sale, setup, testKey} from './setup.ts'

const restricted = 'rk_live_51SchoolPlatformKey0003'
const expired = 'sk_live_51SchoolPlatformKey0004'
const foreign = 'sk_live_51AnotherPlatformsKey05'

describe('accounts are apart', () => {
  test('a sale on school A is seen on A only', async () => {
    const onA = sale()
    const onPlatform = sale({account: null, email: 'ben.holm@example.com'})
    const {stripe} = await setup({sessions: [onA, onPlatform]})
    const idsOn = async (options: {stripeAccount?: string}) =>
      (await stripe.checkout.sessions.list({}, options)).data.map((session) => session.id)

    expect(await idsOn({stripeAccount: 'acct_A'})).toEqual([onA.id])
    expect(await idsOn({stripeAccount: 'acct_B'})).toEqual([])
    expect(await idsOn({})).toEqual([onPlatform.id])
    await expect(stripe.checkout.sessions.retrieve(onA.id, {}, {stripeAccount: 'acct_B'})).rejects.toThrow(
      'No such checkout.session',
    )
  })

  test('an account says its country, its currency and whether it can take payments', async () => {
    const paused = account({id: 'acct_A', country: 'SE', defaultCurrency: 'sek', chargesEnabled: false})
    const {stripe} = await setup({
      accounts: [...accounts.slice(0, 1), {account: paused, platform: 'acct_platform'}],
    })

    const read = await stripe.accounts.retrieve('acct_A')
    const same = await stripe.accounts.retrieveCurrent({}, {stripeAccount: 'acct_A'})

    expect(read).toMatchObject({country: 'SE', default_currency: 'sek', charges_enabled: false})
    expect(same.id).toBe('acct_A')
  })

  test('a platform lists its own schools', async () => {
    const {stripe} = await setup()

    const {data} = await stripe.accounts.list()

    expect(data.map((each) => each.id).sort()).toEqual(['acct_A', 'acct_B'])
  })
})

describe('a key', () => {
  test('of test mode sees test sales only', async () => {
    const paid = sale()
    const tried = sale({livemode: false, email: 'ben.holm@example.com'})
    const {client, onA} = await setup({sessions: [paid, tried]})
    const seenBy = async (key: string) =>
      (await client(key).checkout.sessions.list({}, onA)).data.map((session) => session.id)

    expect(await seenBy(liveKey)).toEqual([paid.id])
    expect(await seenBy(testKey)).toEqual([tried.id])
  })

  test('of test mode is refused by an account that is connected in live mode only', async () => {
    const [platform, schoolA] = accounts
    if (platform === undefined || schoolA === undefined) throw new Error('no accounts')
    const {client, onA} = await setup({accounts: [platform, {...schoolA, modes: ['live']}]})

    const refused = await refusal(client(testKey).checkout.sessions.list({}, onA))

    expect(refused).toMatchObject({statusCode: 403, code: 'account_invalid'})
  })

  test('of another platform is refused, and so is one that was shut out', async () => {
    const {client, onA} = await setup({
      keys: [
        {key: foreign, account: 'acct_other_platform'},
        {key: liveKey, noAccessTo: ['acct_A']},
      ],
    })

    for (const key of [foreign, liveKey]) {
      const refused = await refusal(client(key).checkout.sessions.list({}, onA))
      expect(refused).toMatchObject({statusCode: 403, code: 'account_invalid'})
      expect(refused.message).toContain("does not have access to account 'acct_A'")
      expect(refused.message).not.toContain(key)
    }
    const own = await client(foreign).checkout.sessions.list({}, {stripeAccount: 'acct_C'})
    expect(own.data).toEqual([])
  })

  test('that has expired says so', async () => {
    const {client} = await setup({keys: [{key: expired, expired: true}]})

    const refused = await refusal(client(expired).checkout.sessions.list())

    expect(refused).toMatchObject({statusCode: 401, code: 'api_key_expired'})
    expect(refused.message).toMatch(/^Expired API Key provided: sk_live_\*+0004$/)
  })

  test('is asked for when it is not sent', async () => {
    const {local} = await setup()

    const answer = await fetch(`${local.url}/v1/account`)

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({error: {type: 'invalid_request_error'}})
  })
})

describe('a restricted key', () => {
  test('with the read permissions reads everything that the product reads', async () => {
    const {client, onA} = await setup({
      keys: [{key: restricted, permissions: readOnlyPermissions}],
      sessions: [sale()],
    })
    const stripe = client(restricted)

    const expand = ['data.line_items', 'data.payment_intent.latest_charge']
    await expect(stripe.checkout.sessions.list({expand}, onA)).resolves.toHaveProperty('data.length', 1)
    await expect(stripe.products.list({}, onA)).resolves.toHaveProperty('data.length', 1)
    await expect(stripe.refunds.list({}, onA)).resolves.toHaveProperty('data.length', 0)
    await expect(stripe.accounts.retrieve('acct_A')).resolves.toHaveProperty('id', 'acct_A')
  })

  test('is told which permission it lacks, also for what it wants expanded', async () => {
    const {client, onA} = await setup({
      keys: [{key: restricted, permissions: ['checkout_session_read', 'payment_intent_read']}],
      sessions: [sale()],
    })
    const stripe = client(restricted)

    const disputes = await refusal(stripe.disputes.list({}, onA))
    const expanded = await refusal(
      stripe.checkout.sessions.list({expand: ['data.payment_intent.latest_charge']}, onA),
    )

    expect(disputes).toMatchObject({statusCode: 403, code: undefined})
    expect(disputes.message).toContain("Having the 'rak_dispute_read' permission would allow this request")
    expect(disputes.message).toContain("on account 'acct_A'")
    expect(expanded.message).toContain('rak_charge_read')
  })

  test('for reading can not give money back', async () => {
    const paid = sale()
    const {client, onA} = await setup({
      keys: [{key: restricted, permissions: readOnlyPermissions}],
      sessions: [paid],
    })
    const {payment_intent: intent} = await client(restricted).checkout.sessions.retrieve(paid.id, {}, onA)

    const refused = await refusal(client(restricted).refunds.create({payment_intent: idIn(intent)}, onA))

    expect(refused.message).toContain('rak_charge_write')
  })
})
