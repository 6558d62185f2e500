import {describe, expect, it} from 'vitest'
import {listen} from '../../local/stripe/listen.ts'
import {eve, tove, vic} from '../people.ts'
import {endpoint, examined, HOST} from './examining.ts'

const HERE = {WEBHOOK_HOSTS: '127.0.0.1'}

/** Somebody's webhook route, which answers what it is told to and counts who came. */
async function route(status: number, headers: Record<string, string> = {}) {
  const heard: string[] = []
  const port = await listen((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.writeHead(status, headers).end('nobody reads this')
  })
  return {heard, url: `http://127.0.0.1:${port}/v1/stripe/webhook`}
}

function examinedAt(url: string, more: Parameters<typeof examined>[0] = {}) {
  return examined({endpoints: [endpoint({url})], environment: HERE, probeLoopback: true, ...more})
}

describe('the request to an endpoint', () => {
  it('that redirects is followed nowhere, and told with the status', async () => {
    const target = await route(200)
    const {url, heard} = await route(308, {location: target.url})
    const {check} = await examinedAt(url)
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'failing',
      finding: 'endpoint_redirects',
      facts: {statuses: ['308']},
      remedy: 'end_redirect',
    })
    expect(heard).toEqual(['GET /v1/stripe/webhook'])
    expect(target.heard).toEqual([])
  })

  it.each([200, 404, 405, 426])('that answers %i at its own address is right', async (status) => {
    const {url} = await route(status)
    const {check} = await examinedAt(url)
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'ok',
      finding: 'endpoint_answers',
    })
  })

  it('that nobody takes is told', async () => {
    const {check} = await examinedAt('http://127.0.0.1:1/v1/stripe/webhook')
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'failing',
      finding: 'endpoint_silent',
    })
  })

  it('that hangs is given up, and everything else is still told', async () => {
    const port = await listen(() => undefined)
    const {handlerWith, sendTo} = await examinedAt(`http://127.0.0.1:${port}/hook`)
    const hurried = sendTo(handlerWith({timeout: 300, firstPause: 1}))
    const started = performance.now()
    const response = await hurried('/v1/schools/tenantT/health')
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(await response.json()).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({id: 'endpoint_redirect', finding: 'endpoint_silent'}),
        expect.objectContaining({id: 'endpoint_connect', state: 'ok'}),
      ]),
    })
  })

  it.each([
    ['an editor', eve],
    ['a viewer', vic],
  ])('is not sent for %s', async (_who, as) => {
    const {url, heard} = await route(308)
    const {check} = await examinedAt(url)
    expect(await check('endpoint_redirect', {as})).toMatchObject({
      state: 'unknown',
      facts: {why: 'administrators_only'},
      remedy: 'ask_administrator',
    })
    expect(heard).toEqual([])
  })

  it('is not sent to this machine, unless it was said to be a host like any other', async () => {
    const {url, heard} = await route(308)
    const {check} = await examinedAt(url, {probeLoopback: false})
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'failing',
      finding: 'endpoint_private',
    })
    expect(heard).toEqual([])
  })

  it('is not sent to a host that nobody named', async () => {
    const {url, heard} = await route(308)
    const {check} = await examinedAt(url, {environment: {WEBHOOK_HOSTS: HOST}})
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'unknown',
      facts: {why: 'no_endpoint'},
    })
    expect(heard).toEqual([])
  })

  it('is sent to nobody where no host is named at all', async () => {
    const {url, heard} = await route(308)
    const {check} = await examinedAt(url, {environment: {WEBHOOK_HOSTS: undefined}})
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'unknown',
      facts: {why: 'no_hosts'},
    })
    expect(heard).toEqual([])
  })

  it.each([
    '10.0.0.5',
    '169.254.169.254',
    '[fd00::1]',
    'intranet',
    'lake.internal',
    'printer.local',
    'localhost',
  ])('is never sent to %s, though it were named as a host', async (host) => {
    const {check} = await examined({
      endpoints: [endpoint({url: `https://${host}/hook`})],
      environment: {WEBHOOK_HOSTS: host.startsWith('[') ? undefined : host},
    })
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'failing',
      finding: 'endpoint_private',
      facts: {endpoints: [`${host}/hook`]},
    })
  })

  it('is not sent in the clear', async () => {
    const {check} = await examined({endpoints: [endpoint({url: `http://${HOST}/hook`})]})
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'failing',
      finding: 'endpoint_unencrypted',
    })
  })

  it('goes to five addresses at most', async () => {
    const {url, heard} = await route(200)
    const endpoints = Array.from({length: 7}, (_, nth) => endpoint({id: `we_${nth}`, url: `${url}/${nth}`}))
    const {check} = await examinedAt(url, {endpoints})
    expect(await check('endpoint_redirect', {as: tove})).toMatchObject({
      state: 'unknown',
      facts: {why: 'too_many_endpoints'},
    })
    expect(heard).toHaveLength(5)
  })
})
