import {expect, it} from 'vitest'
import {adaBuys, held, sale} from '../../functions/setup.ts'
import {setup} from './setup.ts'

const ada = sale()
const bought = ada.id

it('a page shows what the engine judged, and what was granted on one page turns on the other', async () => {
  const {page} = await setup({sessions: [ada]})
  const [here, there] = [page(), page()]
  await here.shows(bought, 'missing')
  await there.shows(bought, 'missing')
  await here.grant(bought)
  await here.shows(bought, 'matched')
  await there.shows(bought, 'matched')
  expect(there.ready().desk.index.records.get(bought)).toHaveLength(1)
})

it('a row names its payment and its pass by id, and both are there to be looked up', async () => {
  const {page} = await setup({sessions: [ada], documents: [held({stripeSessionId: bought})]})
  const {shows, ready} = page()
  await shows(bought, 'matched')
  const {rows, index} = ready().desk
  expect(rows[0]).toMatchObject({isPaid: true, studentName: 'Ada Lind', tab: ['all']})
  expect(index.payments.get(bought)).toMatchObject({id: bought, email: 'ada.lind@example.com'})
  expect(index.payments.get(bought)).toBe(index.payments.get(bought))
  expect(index.entitlements.get('sub1')).toMatchObject({session: bought})
  expect(index.payments.get('cs_unknown')).toBeUndefined()
})

it('after the first telling only what changed crosses to the page', async () => {
  const others = Array.from({length: 5}, (_, nth) => sale({createdAt: `2026-03-0${nth + 2}T10:00:00Z`}))
  const {page, studio} = await setup({
    sessions: [ada, ...others],
    documents: [held({stripeSessionId: bought})],
  })
  const {shows, told, ready} = page()
  await shows(bought, 'matched')
  const before = ready().desk.rows
  told.length = 0
  await studio().patch('sub1').set({endDate: '2026-03-01T10:00:00.000Z'}).commit()
  await shows(bought, 'wrong_terms')
  const rows = told.flatMap((message) =>
    message.say === 'school' && message.told.state === 'ready' ? (message.told.news?.rows.changed ?? []) : [],
  )
  expect(rows.map(({entry}) => entry.key)).toEqual([bought])
  const same = ready().desk.rows.filter((row) => before.includes(row))
  expect(same).toHaveLength(others.length)
})

it('a failed reading takes nothing away, and says why', {timeout: 30_000}, async () => {
  const {page, stripe} = await setup({sessions: [ada]})
  const {shows, ready, refresh, verdictOf} = page()
  await shows(bought, 'missing')
  stripe.faults.next({status: 500, times: Infinity})
  refresh()
  await expect.poll(() => ready().stale?.code, {timeout: 20_000}).toBe('stripe_unavailable')
  expect(verdictOf(bought)).toBe('missing')
  expect(ready().stale?.requestId).toMatch(/./)
})

it('an engine that breaks leaves what was shown, says so, and another one is started when somebody reads again', async () => {
  const {page} = await setup({sessions: [ada]})
  const {shows, ready, refresh, verdictOf, engines, ...here} = page()
  await shows(bought, 'missing')
  here.break()
  expect(ready().stale).toMatchObject({code: 'internal', detail: {in: 'browser'}})
  expect(verdictOf(bought)).toBe('missing')
  refresh()
  await expect.poll(() => here.state(), {timeout: 20_000}).toMatchObject({state: 'ready', stale: null})
  expect(engines()).toBe(2)
  await here.grant(bought)
  await shows(bought, 'matched')
})

it('a student is shown by what was asked for, and “no payment” is said only when the school was searched', async () => {
  const {page, stripe} = await setup({
    sessions: [ada],
    documents: [held({}), held({_id: 'sub9', passId: 'P2'})],
  })
  stripe.faults.latencyMs = 30
  const {student} = page()
  const {state, states} = student('u1')
  await expect.poll(() => state(), {timeout: 20_000}).toMatchObject({state: 'ready', complete: true})
  const known = states.flatMap((one) => (one.state === 'ready' ? [one] : []))
  expect(known.map(({complete}) => complete)).toContain(true)
  const last = known.at(-1)
  expect(last?.scan.state).toBe('done')
  expect(last?.story.reconciliation.entries.map(({verdict}) => verdict).toSorted()).toEqual([
    'unlinked',
    'unpaid',
  ])
  // The story crosses when it changes, not with every word about the reading.
  expect(new Set(known.map(({story}) => story)).size).toBeLessThanOrEqual(3)
})

it('facts that come from elsewhere are judged as the function would', async () => {
  const {page} = await setup({sessions: [ada]})
  const {student, engine} = page()
  const {state} = student('u1')
  await expect.poll(() => state().state, {timeout: 20_000}).toBe('ready')
  const known = state()
  if (known.state !== 'ready') throw new Error('not ready')
  const {entries} = await engine.judge(known.story.facts)
  expect(entries).toMatchObject([{key: bought, verdict: 'missing'}])
})

const log = (session: string) => ({
  _type: 'webhookLog',
  eventType: 'checkout.session.completed',
  status: 'success',
  details: {sessionId: session, account: 'acct_A'},
  timestamp: '2026-03-10T11:30:00.000Z',
})

it('a sale that a webhook tells of is read by itself, and so is money that goes back: the period is not read again', async () => {
  const others = Array.from({length: 120}, (_, nth) =>
    sale({createdAt: `2026-02-${10 + (nth % 18)}T10:00:00Z`}),
  )
  const {page, studio, stripe, lake, forgetCalls} = await setup({sessions: [ada, ...others]})
  const here = page()
  await here.shows(bought, 'missing')
  forgetCalls()
  here.told.length = 0
  const next = sale({createdAt: '2026-03-10T11:00:00Z', email: 'bo@example.com', metadata: adaBuys('P2')})
  await stripe.control.sell(next)
  await studio().create(log(next.id))
  await here.shows(next.id, 'missing')
  const lists = () => stripe.ledger.requests.filter(({query}) => query.includes('created'))
  expect(lists()).toEqual([])
  expect(stripe.ledger.requests.length).toBeLessThan(6)
  expect(here.ready().upkeep?.lastWebhook).toBe(Date.parse('2026-03-10T11:30:00Z'))
  const rows = here.told.flatMap((message) =>
    message.say === 'school' && message.told.state === 'ready' ? (message.told.news?.rows.changed ?? []) : [],
  )
  expect(rows.map(({entry}) => entry.key)).toEqual([next.id])

  await studio().create(held({_id: 'sub7', passId: 'P2', stripeSessionId: next.id}))
  await here.shows(next.id, 'matched')
  await stripe.control.refund(bought)
  await studio().create(log(bought))
  await here.shows(bought, 'matched')
  expect(lists()).toEqual([])
  expect(lake.ledger.unknown).toEqual([])
  const there = page()
  await there.shows(next.id, 'matched')
  expect(here.ready().desk.rows).toEqual(there.ready().desk.rows)
})

it('a pass for a sale that nobody told of brings its payment along', async () => {
  const {page, studio, stripe, forgetCalls} = await setup({sessions: [ada]})
  const here = page()
  await here.shows(bought, 'missing')
  const next = sale({createdAt: '2026-03-10T11:00:00Z'})
  await stripe.control.sell(next)
  forgetCalls()
  await studio().create(held({_id: 'sub7', stripeSessionId: next.id, startDate: '2026-03-10T11:00:00.000Z'}))
  await here.shows(next.id, 'matched')
  expect(stripe.ledger.requests.filter(({query}) => query.includes('created'))).toEqual([])
  const there = page()
  await there.shows(next.id, 'matched')
  expect(here.ready().desk.rows).toEqual(there.ready().desk.rows)
})

it('a student who is glanced at is not searched for in the school, and whoever looks then sees them at once', async () => {
  const {page, stripe, forgetCalls} = await setup({sessions: [ada]})
  const {glance, student, shows} = page()
  await shows(bought, 'missing')
  forgetCalls()
  const {state} = glance('u1')
  await expect
    .poll(() => state(), {timeout: 20_000})
    .toMatchObject({
      state: 'ready',
      complete: false,
      scan: {state: 'none'},
    })
  const asked = stripe.ledger.requests.length
  expect(asked).toBe(1)
  const looked = student('u1')
  expect(looked.state()).toMatchObject({state: 'ready', complete: true})
  expect(stripe.ledger.requests).toHaveLength(asked)
})

it('the school is searched only after the student’s own answer, which is shown without it', async () => {
  const {page} = await setup({sessions: [ada], documents: [held({stripeSessionId: bought})]})
  const {student} = page({isAlone: true})
  const {states, state} = student('u1')
  await expect.poll(() => state(), {timeout: 20_000}).toMatchObject({state: 'ready', complete: true})
  const first = states.find((one) => one.state === 'ready')
  expect(first).toMatchObject({complete: false, scan: {state: 'running', progress: null}})
})
