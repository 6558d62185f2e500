import {expect, it} from 'vitest'
import {SYNC_ENDPOINTS} from '../../../plugin/core/contract/sync.ts'
import {faultBody} from '../../../plugin/core/contract/fault-schema.ts'
import {z} from 'zod'
import {adaBuys, sale} from '../setup.ts'
import {platformSecret, read, schedulerSecret, STUDENT_SYNC, syncing} from './syncing.ts'

const {answer} = SYNC_ENDPOINTS.studentSync

async function refused(response: Response) {
  return {status: response.status, ...z.object({error: faultBody}).parse(await response.json()).error}
}

it('A student who paid and opens the page has the pass at once, with few calls to Stripe.', async () => {
  const at = await syncing()
  await at.sync()
  const paid = await at.sell()
  at.pass(15)
  at.calls()
  const done = await read(answer, await at.student())
  expect(done).toMatchObject({repairs: [{payment: paid.id, kind: 'grant', written: true}], left: []})
  expect(at.calls()).toHaveLength(2)
  expect(at.active()).toHaveLength(1)
})

it('Who paid with somebody else’s email is found by their Clerk id.', async () => {
  const at = await syncing()
  await at.sync()
  const paid = await at.sell({email: 'parent.lind@example.com'})
  await at.sell({email: 'bo.falk@example.com', metadata: {...adaBuys('P3'), userId: 'user_C'}})
  at.pass(15)
  const done = await read(answer, await at.student())
  expect(done.repairs).toMatchObject([{payment: paid.id}])
  expect(at.active()).toHaveLength(1)
})

it('It is done once in ten minutes, whichever instance is asked and by whichever id.', async () => {
  const at = await syncing()
  expect((await at.student()).status).toBe(200)
  at.pass(4)
  const other = at.sendTo(at.handlerWith())
  const again = await other(STUDENT_SYNC.replace('u1', 'user_A'), {as: platformSecret, body: {write: true}})
  expect(again.headers.get('retry-after')).toBe('360')
  expect(await refused(again)).toMatchObject({status: 429, code: 'rate_limited', retryAfterSeconds: 360})
  at.pass(7)
  expect((await at.student()).status).toBe(200)
})

it('Of two who ask at once, one is done.', async () => {
  const at = await syncing()
  const statuses = (await Promise.all([at.student(), at.student()])).map(({status}) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})

it('What went wrong was not done: it may be tried again at once.', async () => {
  const at = await syncing({patience: {timeout: 1_000, firstPause: 1}})
  at.stripe.faults.next({match: {path: '/v1/checkout/sessions'}, status: 500, times: 8})
  expect(await refused(await at.student())).toMatchObject({status: 502, code: 'stripe_unavailable'})
  expect((await at.student()).status).toBe(200)
})

it('Nothing is written unless the platform says so.', async () => {
  const at = await syncing()
  await at.sync()
  const paid = await at.sell()
  at.pass(15)
  const done = await read(answer, await at.student({}))
  expect(done).toMatchObject({repairs: [{payment: paid.id, written: false}], left: [{payment: paid.id}]})
  expect(at.active()).toEqual([])
})

it('What was remembered names nobody.', async () => {
  const at = await syncing({sessions: [sale()]})
  await at.student()
  const [turn, ...others] = at.ofType('passTurn')
  expect(others).toEqual([])
  expect(turn?._id).toMatch(/^passTurn\.[0-9a-f]{26}$/)
  expect(JSON.stringify(turn)).not.toMatch(/u1|user_A|ada/i)
})

it('Who buys for the first time, with a document that names no school, has the pass too.', async () => {
  const at = await syncing()
  await at.sync()
  const bought = {...adaBuys('P3'), userId: 'user_E'}
  const paid = await at.sell({email: 'cleo.berg@example.com', metadata: bought, productMetadata: bought})
  at.pass(15)
  const done = await read(answer, await at.student({write: true}, STUDENT_SYNC.replace('u1', 'user_E')))
  expect(done.repairs).toMatchObject([{payment: paid.id, kind: 'grant', written: true}])
  expect(at.active()).toMatchObject([{user: {_ref: 'u5'}}])
})

it('Nobody is not looked up, and a stranger or the scheduler is not let in.', async () => {
  const at = await syncing()
  const path = (student: string) => STUDENT_SYNC.replace('u1', student)
  expect(await refused(await at.student({}, path('nobody')))).toMatchObject({status: 404, code: 'not_found'})
  for (const as of [schedulerSecret, `${platformSecret}x`, null]) {
    expect(await refused(await at.send(STUDENT_SYNC, {as, body: {}}))).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    })
  }
  expect(at.calls()).toEqual([])
  expect(at.ofType('passTurn')).toEqual([])
})
