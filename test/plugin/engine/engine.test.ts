import {expect, it} from 'vitest'
import {held, sale} from '../../functions/setup.ts'
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
