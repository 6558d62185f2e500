import {expect, it} from 'vitest'
import {robot} from './people.ts'
import {PREVIEW, sale, SCHOOL, setup} from './setup.ts'

it('says that Sanity does not answer when somebody signs in, instead of sending them to sign in again', async () => {
  const {fault, lake} = await setup()
  lake.faults.fail({path: '/users/me', status: 503, times: 20})
  expect(await fault('/v1/schools')).toMatchObject({
    status: 502,
    code: 'lake_unavailable',
    retryAfterSeconds: 2,
  })
})

it('says it when the ledger cannot be read', async () => {
  const {fault, stream, lake} = await setup({sessions: [sale()]})
  lake.faults.fail({path: '/data/query', status: 500, times: 100})
  expect(await fault('/v1/schools')).toMatchObject({status: 502, code: 'lake_unavailable'})
  expect(await fault(`${SCHOOL}/payments/${sale().id}`)).toMatchObject({code: 'lake_unavailable'})
  expect((await stream()).at(-1)).toMatchObject({part: 'fault', error: {code: 'lake_unavailable'}})
})

it('says it when the connection is cut', async () => {
  const {fault, lake} = await setup({sessions: [sale()]})
  lake.faults.fail({path: '/data/query', status: 0, times: 100})
  const body = {subject: {payment: sale().id}, kind: 'grant'}
  expect(await fault(PREVIEW, {body})).toMatchObject({status: 502, code: 'lake_unavailable'})
})

it('is there again as soon as Sanity is', async () => {
  const {fault, send, lake} = await setup()
  lake.faults.fail({path: '/data/query', status: 500, times: 100})
  expect(await fault('/v1/schools')).toMatchObject({code: 'lake_unavailable'})
  lake.faults.clear()
  expect((await send('/v1/schools')).status).toBe(200)
})

it('reads with the robot’s token, so that nobody’s own view hides a pass, and every request has its tag', async () => {
  const {stream, lake} = await setup({sessions: [sale()]})
  await stream()
  const asked = lake.ledger.requests.filter(({path}) => path.includes('/data/'))
  expect(asked.length).toBeGreaterThan(1)
  for (const {actor, tag} of asked) {
    expect(actor).toBe(robot.id)
    expect(tag).toMatch(/^passes\.[a-z]+$/)
  }
})
