import {describe, expect, it} from 'vitest'
import {nora, robot, tove} from './people.ts'
import {FACTS, PREVIEW, REPAIRS, SCHOOL, setup} from './setup.ts'

const WRITES = {method: 'POST', body: {}}
const ENDPOINTS: [string, {method?: string; body?: unknown}][] = [
  ['/v1/schools', {}],
  [FACTS, {}],
  [`${SCHOOL}/students/u1`, {}],
  [`${SCHOOL}/payments/cs_live_1`, {}],
  [PREVIEW, WRITES],
  [REPAIRS, WRITES],
]

describe.each(ENDPOINTS)('%s', (path, options) => {
  it('is closed to whoever brings no token', async () => {
    const {fault, lake, stripe} = await setup()
    expect(await fault(path, {...options, as: null})).toMatchObject({status: 401, code: 'unauthenticated'})
    expect(lake.ledger.requests).toEqual([])
    expect(stripe.ledger.requests).toEqual([])
  })

  it('is closed to a token that Sanity does not know', async () => {
    const {fault, stripe} = await setup()
    const answer = await fault(path, {...options, as: 'a-token-that-nobody-has'})
    expect(answer).toMatchObject({status: 401, code: 'unauthenticated'})
    expect(stripe.ledger.requests).toEqual([])
  })

  it('is closed to API tokens, also to the function’s own', async () => {
    const {fault} = await setup()
    expect(await fault(path, {...options, as: robot})).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: {reason: 'not_a_person'},
    })
  })

  it('is closed to a member of the organisation without a role in the project', async () => {
    const {fault} = await setup({environment: {SCHOOL_ACCESS: JSON.stringify({'p-nora': '*'})}})
    expect(await fault(path, {...options, as: nora})).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: {reason: 'no_role'},
    })
  })

  it('is closed to a Studio of another version', async () => {
    const {fault, lake} = await setup()
    const answer = await fault(path, {...options, headers: {'x-passes-contract': '0'}})
    expect(answer).toMatchObject({
      status: 426,
      code: 'contract_mismatch',
      detail: {expected: '1', given: '0'},
    })
    expect(lake.ledger.requests).toEqual([])
  })
})

it('tells whoever opens its address in a browser what asks here', async () => {
  const {handler} = await setup()
  const answer = await handler(new Request('https://function.example.com/'))
  expect(answer.status).toBe(426)
  expect(await answer.text()).toContain(
    'a Studio with the plugin asks here, and says so by x-passes-contract',
  )
})

it('refuses garbage in place of a token without asking anybody', async () => {
  const {fault, lake} = await setup()
  for (const authorization of [
    'Bearer',
    'Bearer ',
    'Basic dG92ZTp0b3Zl',
    'Bearer a b c d e f g h',
    'Bearer short',
  ]) {
    expect(await fault('/v1/schools', {as: null, headers: {authorization}})).toMatchObject({status: 401})
  }
  expect(lake.ledger.requests).toEqual([])
})

it('asks Sanity once for twenty requests of one person', async () => {
  const {send, lake} = await setup()
  const answers = await Promise.all(Array.from({length: 20}, () => send('/v1/schools')))
  expect(answers.map(({status}) => status)).toEqual(Array(20).fill(200))
  expect(lake.ledger.requests.filter(({path}) => path.endsWith('/users/me'))).toHaveLength(1)
})

it('forgets after a minute who somebody was, so that a session that expired ends here too', async () => {
  const {send, fault, lake, now} = await setup()
  expect((await send('/v1/schools')).status).toBe(200)
  lake.faults.revoke(tove.id)
  now.at += 61_000
  expect(await fault('/v1/schools')).toMatchObject({status: 401, code: 'unauthenticated'})
})

it('lets somebody in again as soon as they have signed in again', async () => {
  const {send, fault, lake} = await setup()
  lake.faults.revoke(tove.id)
  expect(await fault('/v1/schools')).toMatchObject({status: 401})
  lake.faults.restore(tove.id)
  expect((await send('/v1/schools')).status).toBe(200)
})
