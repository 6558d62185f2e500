import {describe, expect, it} from 'vitest'
import {adaBuys, FACTS, held, NOW, only, sale, setup, theOnly} from './setup.ts'

const january = () => sale({createdAt: '2026-01-05T10:00:00Z'})
const march = () => sale()

describe('the stream of a school’s facts', () => {
  it('begins with progress, brings months newest first, then the ledger, then what was read', async () => {
    const {stream} = await setup({sessions: [january(), march()], documents: [held()]})
    const parts = await stream()
    expect(parts[0]).toEqual({part: 'progress', read: 0, about: null})
    expect(parts.filter(({part}) => part !== 'progress').map(({part}) => part)).toEqual([
      ...Array(4).fill('payments'),
      'ledger',
      'done',
    ])
    const months = only(parts, 'payments').map(({month, payments}) => [month, payments.map(({id}) => id)])
    expect(months).toEqual([
      ['2026-03', [march().id]],
      ['2026-02', []],
      ['2026-01', [january().id]],
      ['2025-12', []],
    ])
    expect(only(parts, 'progress').at(-1)).toMatchObject({read: 2})
  })

  it('says what was read: ninety days unless asked for more', async () => {
    const {stream} = await setup()
    expect(theOnly(await stream(), 'done')).toEqual({
      part: 'done',
      asOf: NOW,
      read: [{account: 'acct_A', from: NOW - 90 * 86_400_000, to: NOW}],
      denied: [],
      elsewhere: 0,
      unchecked: 0,
      upkeep: {lastWebhook: null, lastRun: null, nextRun: null},
    })
  })

  it('reads the period that is asked for', async () => {
    const {stream} = await setup({sessions: [january(), march()]})
    const parts = await stream('?from=2026-01-01&to=2026-02-01')
    expect(only(parts, 'payments').map(({month}) => month)).toEqual(['2026-01'])
    expect(theOnly(parts, 'done').read).toEqual([
      {account: 'acct_A', from: Date.parse('2026-01-01'), to: Date.parse('2026-02-01')},
    ])
  })

  it('counts a payment of the first millisecond of a month once', async () => {
    const edge = sale({createdAt: '2026-02-01T00:00:00Z'})
    const {stream} = await setup({sessions: [edge]})
    const months = only(await stream(), 'payments').filter(({payments}) => payments.length > 0)
    expect(months.map(({month}) => month)).toEqual(['2026-02'])
  })

  it('brings more sessions than one page of Stripe holds', async () => {
    const start = Date.parse('2026-02-02T10:00:00Z')
    const sessions = Array.from({length: 230}, (_, nth) => sale({createdAt: new Date(start + nth * 60_000)}))
    const {stream, stripe} = await setup({sessions})
    const parts = await stream('?from=2026-02-01&to=2026-03-01')
    expect(only(parts, 'payments').flatMap(({payments}) => payments)).toHaveLength(230)
    expect(stripe.ledger.requests).toHaveLength(3)
  })

  it('brings a busy month in several lines, and sends all of it again to whoever has not got the last', async () => {
    const start = Date.parse('2026-02-02T10:00:00Z')
    const sessions = Array.from({length: 230}, (_, nth) => sale({createdAt: new Date(start + nth * 60_000)}))
    const {stream} = await setup({sessions})
    const lines = only(await stream('?from=2026-02-01&to=2026-03-01'), 'payments')
    expect(lines.map(({month, payments}) => [month, payments.length])).toEqual([
      ['2026-02', 100],
      ['2026-02', 100],
      ['2026-02', 30],
    ])
    const sentAgain = async (cursor = '') =>
      only(await stream(`?from=2026-02-01&to=2026-03-01&after=${cursor}`), 'payments').length
    expect(await Promise.all(lines.map(({cursor}) => sentAgain(cursor)))).toEqual([3, 3, 0])
  })

  it.each([
    '?from=yesterday',
    '?from=2026-03-05&to=2026-03-01',
    '?from=2019-01-01',
    '?after=2026-01',
    '?to=1',
  ])('refuses %s before anything is read', async (query) => {
    const {fault, lake} = await setup()
    expect(await fault(`${FACTS}${query}`)).toMatchObject({status: 400, code: 'invalid_request'})
    expect(lake.ledger.requests).toHaveLength(1)
  })
})

describe('a stream that broke off', () => {
  it('is taken up again after the last month that came, and tells the same in the end', async () => {
    const {stream, now} = await setup({
      sessions: [january(), march()],
      documents: [held({stripeSessionId: march().id})],
    })
    const whole = await stream()
    const [first, second] = only(whole, 'payments')
    now.at += 60_000
    const rest = await stream(`?after=${second?.cursor}`)
    expect(only(rest, 'payments').map(({month}) => month)).toEqual(['2026-01', '2025-12'])
    expect(first?.month).toBe('2026-03')
    expect(theOnly(rest, 'ledger')).toEqual(theOnly(whole, 'ledger'))
    const done = theOnly(whole, 'done')
    expect(theOnly(rest, 'done')).toMatchObject({
      denied: done.denied,
      unchecked: done.unchecked,
      read: [{account: 'acct_A', from: done.read[0]?.from}],
    })
  })

  it('costs no second reading of the months that had come, on the same instance', async () => {
    const {stream, forgetCalls, stripe, now} = await setup({sessions: [january(), march()]})
    const [, second] = only(await stream(), 'payments')
    forgetCalls()
    const rest = await stream(`?after=${second?.cursor}`)
    expect(stripe.ledger.requests).toHaveLength(2)
    now.at += 11 * 60_000
    forgetCalls()
    expect(theOnly(await stream(`?after=${second?.cursor}`), 'ledger')).toEqual(theOnly(rest, 'ledger'))
    expect(stripe.ledger.requests).toHaveLength(4)
  })

  it('names the payers of months that had come already', async () => {
    const byVera = sale({email: 'vera.aalto@example.com', metadata: adaBuys('P3', {userId: 'user_V'})})
    const {stream} = await setup({sessions: [byVera]})
    const cursor = only(await stream(), 'payments').at(-1)?.cursor
    const {ledger} = theOnly(await stream(`?after=${cursor}`), 'ledger')
    expect(ledger.students.map(({id}) => id)).toContain('uV')
  })

  it('goes no further when nobody listens any more', async () => {
    const {send, stripe, lines} = await setup({sessions: [january()]})
    stripe.faults.latencyMs = 20
    const response = await send(`${FACTS}?from=2023-06-01`)
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await expect.poll(() => lines.length).toBe(1)
    const calls = stripe.ledger.requests.length
    expect(calls).toBeLessThan(20)
  })
})

describe('what Stripe says of a session', () => {
  it('is completed by the product where the session itself says too little', async () => {
    const poor = sale({metadata: {}})
    const {stream, stripe} = await setup({sessions: [poor, january()]})
    const [payment] = only(await stream(), 'payments').flatMap(({payments}) => payments)
    expect(payment?.lines[0]?.product).toMatchObject({pass: 'P3', clerkId: 'user_A'})
    const asked = stripe.ledger.requests.filter(({path}) => path === '/v1/products')
    expect(asked).toHaveLength(1)
  })

  it('says how a dispute ended', async () => {
    const lost = sale({disputed: 'lost'})
    const {stream} = await setup({sessions: [lost]})
    const [payment] = only(await stream(), 'payments').flatMap(({payments}) => payments)
    expect(payment?.dispute).toBe('lost')
  })

  it('costs one call for each month of healthy sales', async () => {
    const {stream, stripe} = await setup({sessions: [january(), march()]})
    await stream()
    expect(stripe.ledger.requests).toHaveLength(4)
  })
})

describe('the ledger', () => {
  it('names only students who have to do with this school', async () => {
    const {stream} = await setup({sessions: [march()]})
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.students.map(({id}) => id).toSorted()).toEqual(['u1', 'u3', 'uStaff'])
  })

  it('names a student of another school who bought here, and not what they hold there', async () => {
    const theirs = held({
      _id: 'sub-at-havn',
      user: {_type: 'reference', _ref: 'uV'},
      tenant: {_type: 'reference', _ref: 'tenantU'},
      passId: 'PU1',
    })
    const byVera = sale({email: 'vera.aalto@example.com', metadata: adaBuys('P3', {userId: 'user_V'})})
    const {stream} = await setup({sessions: [byVera], documents: [theirs]})
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.students.map(({id}) => id)).toContain('uV')
    expect(ledger.entitlements).toEqual([])
  })

  it('finds a student whose own id is the Clerk id', async () => {
    const {stream} = await setup({
      documents: [
        {_id: 'user_X', _type: 'user', name: 'Idun Moe', email: 'idun.moe@example.com', role: 'student'},
      ],
      sessions: [sale({email: 'idun.moe@example.com', metadata: adaBuys('P3', {userId: 'user_X'})})],
    })
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.students).toContainEqual(expect.objectContaining({id: 'user_X', clerkId: null}))
  })

  it('keeps a pass with garbled dates, and says of an unreadable one which field it is', async () => {
    const {stream} = await setup({
      documents: [
        held({_id: 'garbled', startDate: 'første mars', endDate: '2026-13-45'}),
        held({_id: 'broken', remainingClips: 'ten'}),
      ],
    })
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.entitlements.find(({id}) => id === 'garbled')).toMatchObject({
      starts: {text: 'første mars', at: null},
      ends: {text: '2026-13-45', at: null},
    })
    expect(ledger.unreadable).toEqual([
      {source: 'document', id: 'broken', type: 'subscription', field: 'remainingClips'},
    ])
  })

  it('brings more passes than one page of the lake holds', async () => {
    const documents = Array.from({length: 1_203}, (_, nth) =>
      held({_id: `sub-${String(nth).padStart(5, '0')}`}),
    )
    const {stream} = await setup({documents})
    const parts = await stream()
    const {entitlements} = theOnly(parts, 'ledger').ledger
    const more = only(parts, 'entitlements').map((part) => part.entitlements)
    expect(more).toHaveLength(12)
    expect(new Set([entitlements, ...more].flat().map(({id}) => id)).size).toBe(1_203)
  })
})
