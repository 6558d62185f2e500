import {expect, it} from 'vitest'
import {createApi} from '../../../plugin/api/api.ts'
import {ENDPOINTS} from '../../../plugin/core/contract/endpoints.ts'
import {fault, json, setup} from './setup.ts'

const schools = {actor: {id: 'p-tove', name: 'Tove Haug'}, live: true, schools: []}
const repair = {subject: {payment: 'cs_1'}, kind: 'grant', plan: 'a'.repeat(64)} as const

it('a request carries the token, the contract, and no cookie', async () => {
  const {api, asked} = await setup([json(200, schools)])
  expect(await api.call(ENDPOINTS.schools, {params: {}})).toEqual(schools)
  expect(asked[0]).toMatchObject({method: 'GET', url: '/v1/schools'})
  expect(asked[0]?.headers).toMatchObject({authorization: 'Bearer token-of-tove', 'x-passes-contract': '1'})
  expect(asked[0]?.headers.cookie).toBeUndefined()
})

it('ids in a path cannot leave it', async () => {
  const {api, asked} = await setup([fault(404, 'not_found')])
  const ask = api.call(ENDPOINTS.student, {params: {school: 'a/b', student: '../../x'}})
  await expect(ask).rejects.toMatchObject({code: 'not_found'})
  expect(asked[0]?.url).toBe('/v1/schools/a%2Fb/students/..%2F..%2Fx')
})

it('without a token nothing is sent, and the fault names the setting', async () => {
  const {api, asked} = await setup([json(200, schools)], {token: null})
  await expect(api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({
    code: 'unauthenticated',
    detail: {setting: "auth: {loginMethod: 'token'}"},
  })
  expect(asked).toEqual([])
})

it('what the table says may succeed by itself is tried again, as long after as was asked for', async () => {
  const {api, asked, waited} = await setup([
    fault(502, 'stripe_unavailable'),
    fault(429, 'rate_limited', {retryAfterSeconds: 3}),
    json(200, schools),
  ])
  expect(await api.call(ENDPOINTS.schools, {params: {}})).toEqual(schools)
  expect(asked).toHaveLength(3)
  expect(waited).toEqual([400, 3_000])
})

it('three tries are enough, and one when it would have to wait for long', async () => {
  const busy = await setup([fault(502, 'lake_unavailable')])
  await expect(busy.api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({
    code: 'lake_unavailable',
  })
  expect(busy.asked).toHaveLength(3)

  const later = await setup([fault(429, 'rate_limited', {retryAfterSeconds: 60})])
  await expect(later.api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({retryAfterSeconds: 60})
  expect(later.asked).toHaveLength(1)
})

it.each(['forbidden', 'plan_changed', 'account_unreadable', 'internal'])(
  '%s is not tried again',
  async (code) => {
    const {api, asked} = await setup([fault(500, code)])
    await expect(api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({code, requestId: 'r-1'})
    expect(asked).toHaveLength(1)
  },
)

it('a repair whose answer was lost is not sent again by itself', async () => {
  const {api, asked} = await setup([(response) => response.destroy()])
  const write = api.call(ENDPOINTS.repairs, {params: {school: 's'}, body: repair})
  await expect(write).rejects.toMatchObject({code: 'unreachable'})
  expect(asked).toHaveLength(1)
})

it('a repair that was turned away at the door is', async () => {
  const {api, asked} = await setup([fault(429, 'rate_limited'), fault(409, 'plan_changed')])
  const write = api.call(ENDPOINTS.repairs, {params: {school: 's'}, body: repair})
  await expect(write).rejects.toMatchObject({code: 'plan_changed'})
  expect(asked).toHaveLength(2)
  expect(JSON.parse(asked[1]?.body ?? '')).toEqual(repair)
})

it.each([
  ['a page', 200, '<!doctype html>'],
  ['somebody else’s error page', 404, '<h1>Not found</h1>'],
  ['JSON of another kind', 200, '{"hello": "world"}'],
  ['an error of another kind', 500, '{"error": {"code": "E_WHAT"}}'],
])('%s is not taken for the function', async (_, status, body) => {
  const {api, asked} = await setup([
    (response) => response.writeHead(status, {'content-type': 'text/html'}).end(body),
  ])
  await expect(api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({code: 'bad_response'})
  expect(asked).toHaveLength(1)
})

it('nobody there is said with where it was looked for', async () => {
  const api = createApi({
    endpoint: 'http://127.0.0.1:1',
    token: () => Promise.resolve('t'),
    wait: () => Promise.resolve(),
  })
  await expect(api.call(ENDPOINTS.schools, {params: {}})).rejects.toMatchObject({
    code: 'unreachable',
    detail: {endpoint: 'http://127.0.0.1:1'},
  })
})

it('a question that is taken back is not a fault', async () => {
  const {api} = await setup([() => undefined])
  const gone = new AbortController()
  const ask = api.call(ENDPOINTS.schools, {params: {}, signal: gone.signal})
  gone.abort()
  await expect(ask).rejects.toMatchObject({name: 'AbortError'})
})
