import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {secretName} from '../../../functions/stripe/verify-event.ts'
import {HOUR, MINUTE, SECOND} from '../../../plugin/core/contract/instant.ts'
import {NOW, sale} from '../setup.ts'
import {anEvent, OTHER_SECRET, SECRET, setup} from './delivering.ts'

const paid = sale({createdAt: new Date(NOW - MINUTE)})
const INVALID = {status: 400, code: 'invalid_request'}

function refused(reason: string) {
  return {...INVALID, detail: {reason}}
}

/** What is counted where nothing else is kept of it. */
function countsIn({ofType}: Awaited<ReturnType<typeof setup>>) {
  return ofType('passInstallation').flatMap(({counters}) => counters)
}

describe('a delivery that Stripe did not sign', () => {
  it.each([
    ['signed with another secret', {secret: OTHER_SECRET}],
    ['not signed at all', {headers: {'stripe-signature': ''}}],
    ['with a signature that is none', {headers: {'stripe-signature': 'v1=0'}}],
    ['truncated on its way', {spoil: (body: string) => body.slice(0, -20)}],
    ['changed on its way', {spoil: (body: string) => body.replace('acct_A', 'acct_B')}],
    ['empty', {spoil: () => ''}],
  ])('%s is refused, counted, and leaves no document of its own', async (_, options) => {
    const at = await setup({sessions: [paid]})
    expect(await at.refusal(anEvent({object: paid}), options)).toMatchObject(refused('signature'))
    expect(at.ofType('webhookLog')).toEqual([])
    expect(at.ofType('subscription')).toEqual([])
    expect(countsIn(at)).toMatchObject([{name: 'signature_failed', count: 1}])
  })

  it('makes one write a minute, however often it knocks', async () => {
    const at = await setup()
    const knock = () => at.refusal(anEvent({}), {secret: OTHER_SECRET})
    for (let nth = 0; nth < 20; nth += 1) await knock()
    const writes = () => at.lake.ledger.requests.filter(({path}) => path.includes('/mutate/')).length
    expect(writes()).toBe(1)
    at.now.at += 61 * SECOND
    await knock()
    expect(writes()).toBe(2)
    expect(countsIn(at)).toMatchObject([{name: 'signature_failed', count: 21}])
  })

  it('makes one write a minute, however many instances it knocks at', async () => {
    const at = await setup()
    for (let nth = 0; nth < 5; nth += 1) {
      const answer = await at.deliver(anEvent({}), {secret: OTHER_SECRET, to: at.handlerWith()})
      expect(answer.status).toBe(400)
    }
    expect(countsIn(at)).toMatchObject([{name: 'signature_failed', count: 1}])
    at.now.at += 61 * SECOND
    await at.refusal(anEvent({}), {secret: OTHER_SECRET})
    expect(countsIn(at)).toMatchObject([{name: 'signature_failed', count: 2}])
  })

  it('is refused also while its count cannot be saved, and is not forgotten', async () => {
    const at = await setup()
    at.lake.faults.fail({path: '/data/mutate/', status: 503})
    expect(await at.refusal(anEvent({}), {secret: OTHER_SECRET})).toMatchObject(refused('signature'))
    at.now.at += 61 * SECOND
    await at.refusal(anEvent({}), {secret: OTHER_SECRET})
    expect(countsIn(at)).toMatchObject([{name: 'signature_failed', count: 2}])
  })

  it('is nobody’s in the log', async () => {
    const at = await setup()
    await at.refusal(anEvent({}), {secret: OTHER_SECRET})
    expect(at.lines).toMatchObject([{actor: null, school: null, code: 'invalid_request', status: 400}])
  })
})

describe('a delivery out of time', () => {
  it.each([
    ['recorded and sent again six minutes later', -6 * MINUTE, 'too_old'],
    ['signed for later than now', 6 * MINUTE, 'too_early'],
    ['from a clock that is off by an hour', -HOUR, 'too_old'],
  ])('%s is refused', async (_, signedAfter, reason) => {
    const at = await setup({sessions: [paid]})
    expect(await at.refusal(anEvent({object: paid}), {signedAfter})).toMatchObject(refused(reason))
    expect(at.ofType('subscription')).toEqual([])
    expect(countsIn(at)).toMatchObject([{name: 'delivery_out_of_time', count: 1}])
  })

  it.each([-4 * MINUTE, 4 * MINUTE])(
    '%i ms off is within what clocks and networks do',
    async (signedAfter) => {
      const at = await setup({sessions: [paid]})
      expect(await at.tell(anEvent({object: paid}), {signedAfter})).toMatchObject({result: 'written'})
    },
  )

  it('is not made young by a second time in its header', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    const old = at.signatureOf(event, {signedAfter: -HOUR})
    const [, v1 = ''] = old.split(',')
    const [time = ''] = old.split(',')
    for (const forged of [
      `t=${Math.floor(NOW / SECOND)},${v1},${time}abc`,
      `t=${Math.floor(NOW / SECOND)},${old}`,
      `${old},t=${Math.floor(NOW / SECOND)}`,
    ]) {
      const headers = {'stripe-signature': forged}
      expect(await at.refusal(event, {headers})).toMatchObject(INVALID)
    }
    expect(at.ofType('subscription')).toEqual([])
  })
})

describe('a body', () => {
  it('of 5 MB is refused before it is read', async () => {
    const at = await setup()
    const answer = await at.refusal(anEvent({object: {padding: 'x'.repeat(5 * 1_024 * 1_024)}}))
    expect(answer).toMatchObject({status: 413, code: 'payload_too_large'})
    expect(at.lake.ledger.requests).toEqual([])
  })

  it('of half a megabyte, which is more than any other may have, is taken', async () => {
    const at = await setup({sessions: [paid]})
    const object = {...paid, padding: 'x'.repeat(512 * 1_024)}
    expect(await at.tell(anEvent({object}))).toMatchObject({result: 'written'})
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'of type «%s» is refused',
    async (type) => {
      const at = await setup({sessions: [paid]})
      const headers = {'content-type': type}
      expect(await at.refusal(anEvent({object: paid}), {headers})).toMatchObject(INVALID)
      expect(at.ofType('subscription')).toEqual([])
    },
  )

  it.each([
    ['a list', []],
    ['a text', 'hello'],
    ['nothing', null],
    ['an event without an id', {...anEvent({}), id: undefined}],
    ['an event whose id is no id', anEvent({id: '../../etc'})],
    ['an event that tells of nothing', {...anEvent({}), data: {}}],
    ['an event without a mode', {...anEvent({}), livemode: undefined}],
    ['an event of an account that is none', anEvent({account: '*'})],
    ['a thin event, which tells where to look only', {object: 'v2.core.event', id: 'evt_1', type: 'v2.x'}],
  ])('that is signed, but %s, is refused', async (_, body) => {
    const at = await setup()
    expect(await at.refusal(body)).toMatchObject(refused('not_an_event'))
    expect(countsIn(at)).toEqual([])
  })
})

describe('what is not ours is taken and left alone, with the reason', () => {
  it.each([
    ['an event type that nobody knows', anEvent({type: 'payout.paid', object: paid}), 'unknown_event'],
    ['an account that no school has', anEvent({account: 'acct_Z', object: paid}), 'unknown_account'],
    ['test money', anEvent({livemode: false, object: paid}), 'test_mode'],
    ['a change of the account itself', anEvent({type: 'account.updated'}), 'nothing_to_judge'],
    [
      'a refund of money that came otherwise than by a checkout',
      anEvent({type: 'charge.refunded', object: {object: 'charge', id: 'ch_1', payment_intent: 'pi_1'}}),
      'no_checkout',
    ],
    [
      'what the platform sold for itself',
      anEvent({account: null, object: {...paid, metadata: {}}}),
      'of_no_school',
    ],
    ['an id that is none', anEvent({object: {...paid, id: 'cs_"]{...}'}}), 'nothing_to_judge'],
  ])('%s', async (_, event, reason) => {
    const at = await setup({sessions: [paid]})
    expect(await at.tell(event)).toEqual({event: event.id, result: 'ignored', reason})
    expect(at.ofType('webhookLog')).toEqual([])
    expect(at.ofType('subscription')).toEqual([])
  })

  it('a session that is gone, which is worth a note', async () => {
    const at = await setup()
    const event = anEvent({object: paid})
    expect(await at.tell(event)).toMatchObject({result: 'ignored', reason: 'unknown_payment'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({
      status: 'error',
      details: {sessionId: paid.id, error: 'not_found: Stripe knows no such payment of this school'},
    })
  })

  it('a sale on an account that only the settings may give to a school', async () => {
    const environment = {SCHOOL_ACCOUNTS: JSON.stringify({tenantU: ['acct_B']})}
    const at = await setup({sessions: [paid], environment})
    expect(await at.tell(anEvent({object: paid}))).toMatchObject({reason: 'unknown_account'})
  })
})

describe('a delivery that cannot be understood for want of a setting is not taken', () => {
  it('real money told to an installation for trials', async () => {
    const at = await setup({environment: {LIVE: 'false', STRIPE_SECRET_KEY: 'rk_test_trial'}})
    const answer = await at.refusal(anEvent({object: paid}))
    expect(answer).toMatchObject({status: 500, code: 'misconfigured', detail: {settings: 'LIVE'}})
  })

  it('without any secret', async () => {
    const at = await setup({environment: {STRIPE_WEBHOOK_SECRETS: undefined}})
    const answer = await at.refusal(anEvent({object: paid}))
    expect(answer).toMatchObject({status: 500, detail: {settings: 'STRIPE_WEBHOOK_SECRETS'}})
    expect(at.ofType('passInstallation')).toEqual([])
  })

  it('with settings that are wrong', async () => {
    const at = await setup({environment: {WEBHOOK_WRITES: 'perhaps'}})
    const answer = await at.refusal(anEvent({object: paid}))
    expect(answer).toMatchObject({status: 500, code: 'misconfigured', detail: {settings: 'WEBHOOK_WRITES'}})
  })
})

it('Whatever is signed is understood or refused, and never a bug.', async () => {
  const at = await setup({sessions: [paid]})
  const object = fc.dictionary(
    fc.constantFrom('object', 'id', 'payment_intent', 'charge', 'metadata', 'payment_status'),
    fc.oneof(
      fc.constantFrom('checkout.session', 'charge', paid.id, 'pi_1', {type: 'pass_purchase'}),
      fc.jsonValue(),
    ),
  )
  const event = fc.record(
    {
      object: fc.constant('event'),
      id: fc.oneof(fc.constant('evt_1'), fc.jsonValue()),
      type: fc.oneof(fc.constantFrom('charge.refunded', 'checkout.session.completed'), fc.jsonValue()),
      livemode: fc.oneof(fc.constant(true), fc.jsonValue()),
      account: fc.oneof(fc.constantFrom('acct_A', null), fc.jsonValue()),
      data: fc.oneof(fc.record({object}), fc.jsonValue()),
    },
    {requiredKeys: []},
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(event, fc.jsonValue()), async (body) => {
      expect([200, 400]).toContain((await at.deliver(body)).status)
    }),
    {numRuns: 300},
  )
  expect(at.ofType('passRepair').length).toBeLessThanOrEqual(1)
})

describe('secrets', () => {
  it('half-way through a rotation are both good', async () => {
    const other = sale({id: 'cs_live_other', createdAt: new Date(NOW - MINUTE)})
    const environment = {STRIPE_WEBHOOK_SECRETS: `${SECRET}, ${OTHER_SECRET}`}
    const at = await setup({sessions: [paid, other], environment})
    expect(await at.tell(anEvent({object: paid}))).toMatchObject({result: 'written'})
    expect(await at.tell(anEvent({object: other}), {secret: OTHER_SECRET})).toMatchObject({result: 'written'})
  })

  it('are each proven by a real delivery, which is remembered without telling them', async () => {
    const at = await setup({sessions: [paid]})
    await at.tell(anEvent({object: paid}))
    expect(countsIn(at)).toMatchObject([{name: `verified.${secretName(SECRET)}`, count: 1}])
    expect(JSON.stringify(at.lake.documents())).not.toContain(SECRET)
  })
})

describe('the address of the webhook', () => {
  it('needs neither a session nor the contract, and tells pages of no origin anything', async () => {
    const at = await setup({sessions: [paid]})
    const response = await at.deliver(anEvent({object: paid}), {
      headers: {origin: 'https://studio.example.com'},
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})
