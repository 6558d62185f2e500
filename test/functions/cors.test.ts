import {expect, it} from 'vitest'
import {setup} from './setup.ts'

const STUDIO = 'https://studio.example.com'

it('lets the school’s own Studio read answers, their request id and how long to wait', async () => {
  const {send} = await setup()
  const {headers} = await send('/v1/schools', {headers: {origin: STUDIO}})
  expect(headers.get('access-control-allow-origin')).toBe(STUDIO)
  expect(headers.get('access-control-expose-headers')).toBe('x-request-id,retry-after')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('vary')).toContain('Origin')
})

it('lets it read refusals as well', async () => {
  const {send} = await setup()
  for (const options of [{as: null}, {headers: {'x-passes-contract': '9'}}]) {
    const {status, headers} = await send('/v1/schools', {
      ...options,
      headers: {...('headers' in options ? options.headers : {}), origin: STUDIO},
    })
    expect(status).toBeGreaterThan(400)
    expect(headers.get('access-control-allow-origin')).toBe(STUDIO)
    expect(headers.get('x-request-id')).not.toBeNull()
  }
})

it.each([
  'https://studio.example.com.evil.example',
  'http://studio.example.com',
  'null',
  'https://example.com',
])('lets a page of %s read nothing', async (origin) => {
  const {send} = await setup()
  const asked = await send('/v1/schools', {
    as: null,
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  const answered = await send('/v1/schools', {headers: {origin}})
  expect(answered.headers.get('access-control-allow-origin')).toBeNull()
})

it('answers the question before the request, without a token', async () => {
  const {send} = await setup()
  const {status, headers} = await send('/v1/schools/tenantT/repairs', {
    as: null,
    method: 'OPTIONS',
    headers: {origin: STUDIO, 'access-control-request-method': 'POST', 'x-passes-contract': ''},
  })
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe(STUDIO)
  expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,x-passes-contract')
  expect(headers.get('access-control-allow-methods')).toBe('GET,POST')
})
