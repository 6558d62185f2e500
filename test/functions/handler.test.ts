import {describe, expect, it} from 'vitest'
import {una} from './people.ts'
import {FACTS, sale, SCHOOL, setup} from './setup.ts'

describe('an address', () => {
  it('that is no endpoint is not found', async () => {
    const {fault} = await setup()
    expect(await fault('/v1/nowhere')).toMatchObject({status: 404, code: 'not_found'})
    expect(await fault('/v1/schools', {method: 'DELETE'})).toMatchObject({status: 404, code: 'not_found'})
  })

  it('may have a path in front, where the host hands on the whole of it', async () => {
    const {send} = await setup({basePath: '/api/passes'})
    expect((await send('/api/passes/v1/schools')).status).toBe(200)
    expect((await send('/v1/schools')).status).toBe(200)
    expect((await send('/api/passesv1/schools')).status).toBe(404)
  })

  it('keeps the body behind such a path', async () => {
    const paid = sale()
    const {send} = await setup({basePath: '/api', sessions: [paid]})
    const body = {subject: {payment: paid.id}, kind: 'grant'}
    expect((await send(`/api${SCHOOL}/preview`, {body})).status).toBe(200)
  })

  it('is read once, as it stands: another way to write another school’s leads to the same refusal', async () => {
    const {fault} = await setup()
    for (const other of ['%74enantU', 'tenantT/../tenantU', './tenantU', 'tenantT/%2e%2e/tenantU']) {
      const answer = await fault(`/v1/schools/${other}/students/uV`)
      expect(answer).toMatchObject({status: 403, detail: {school: 'tenantU'}})
    }
    for (const school of ['__proto__', 'constructor', 'drafts.tenantU', 'TENANTT'])
      expect(await fault(`/v1/schools/${school}/students/uV`)).toMatchObject({status: 403})
    for (const none of [
      'tenantT%2F..%2FtenantU',
      'tenantT%00',
      'tenantT%0A',
      '%E0%A4%A',
      '*',
      'tenantT;tenantU',
    ])
      expect((await fault(`/v1/schools/${none}/students/uV`)).status).toBe(400)
    for (const other of ['//v1/schools/tenantU/students/uV', '/V1/schools/tenantU/students/uV'])
      expect((await fault(other)).status).toBe(404)
  })
})

describe('an answer', () => {
  it('is kept by nobody on the way, whatever it says, and taken for nothing but JSON', async () => {
    const {send} = await setup({sessions: [sale()]})
    for (const [path, options, status] of [
      ['/v1/schools', {}, 200],
      [FACTS, {}, 200],
      ['/v1/nowhere', {}, 404],
      ['/v1/schools', {as: null}, 401],
      [FACTS, {as: una}, 403],
      [`${SCHOOL}/preview`, {body: 'x'.repeat(20_000)}, 413],
      ['/v1/stripe/webhook', {body: {}}, 500],
    ] as const) {
      const answer = await send(path, options)
      const {headers} = answer
      expect([answer.status, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
        status,
        'no-store',
        'nosniff',
      ])
      await answer.text()
    }
  })

  it('is not begun for whoever only asks for its headers: nobody would ever end it', async () => {
    const {send, lines, stripe} = await setup({sessions: [sale()]})
    expect((await send(FACTS, {method: 'HEAD'})).status).toBe(404)
    expect(lines).toMatchObject([{method: 'HEAD', status: 404}])
    expect(stripe.ledger.requests).toEqual([])
  })
})

describe('a flood', () => {
  it('of one person is slowed down, and hinders nobody else', async () => {
    const {send, fault, now} = await setup()
    const answers = await Promise.all(Array.from({length: 110}, () => send('/v1/schools')))
    expect(answers.filter(({status}) => status === 429)).toHaveLength(10)
    expect(await fault('/v1/schools')).toMatchObject({code: 'rate_limited', retryAfterSeconds: 2})
    expect((await send('/v1/schools', {as: una})).status).toBe(200)
    now.at += 2_000
    expect((await send('/v1/schools')).status).toBe(200)
  })

  it('of tokens that somebody made up costs Sanity a hundred questions, and hinders nobody who is known', async () => {
    const {send, lake, now} = await setup()
    expect((await send('/v1/schools')).status).toBe(200)
    lake.ledger.requests.length = 0
    const madeUp = Array.from({length: 150}, (_, nth) => send('/v1/schools', {as: `made-up-token-${nth}`}))
    const statuses = (await Promise.all(madeUp)).map(({status}) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(100)
    expect(statuses.filter((status) => status === 429)).toHaveLength(50)
    expect(lake.ledger.requests).toHaveLength(100)
    expect((await send('/v1/schools')).status).toBe(200)
    // Her minute is over while they go on: she was somebody before.
    now.at += 61_000
    await Promise.all(Array.from({length: 101}, (_, nth) => send('/v1/schools', {as: `other-token-${nth}`})))
    expect((await send('/v1/schools')).status).toBe(200)
    now.at += 1_000
    expect((await send('/v1/schools', {as: una})).status).toBe(200)
  })

  it('of people who sign in, or of questions that Sanity could not answer, is none', async () => {
    const {send, lake} = await setup({patience: {timeout: 1_000, firstPause: 1}})
    lake.faults.fail({path: '/users/me', status: 503, times: 1_000})
    await Promise.all(Array.from({length: 60}, (_, nth) => send('/v1/schools', {as: `token-number-${nth}`})))
    await Promise.all(Array.from({length: 60}, (_, nth) => send('/v1/schools', {as: `token-number-${nth}`})))
    lake.faults.clear()
    expect((await send('/v1/schools')).status).toBe(200)
  })
})
