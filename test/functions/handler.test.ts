import {describe, expect, it} from 'vitest'
import {una} from './people.ts'
import {sale, SCHOOL, setup} from './setup.ts'

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
})
