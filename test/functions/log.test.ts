import {expect, it} from 'vitest'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}
import {preview} from '../../plugin/core/contract/repair.ts'
import {repeatedIn} from '../support/repeated-in.ts'
import {nora, people} from './people.ts'
import {FACTS, KEY, NOW, PREVIEW, REPAIRS, sale, SCHOOL, setup} from './setup.ts'

const paid = sale({name: 'Gunnar Payer', email: 'gunnar.payer@example.com'})
const grant = {subject: {payment: paid.id}, kind: 'grant'}

it('holds one line for each request: ids, counts and times', async () => {
  const {stream, lines} = await setup({sessions: [paid]})
  await stream('?from=2026-03-01')
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines).toEqual([
    {
      at: new Date(NOW).toISOString(),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      route: '/v1/schools/:school/facts',
      status: 200,
      ms: expect.any(Number),
      actor: 'p-tove',
      school: 'tenantT',
      code: null,
      stripeCalls: 1,
      lakeCalls: expect.any(Number),
    },
  ])
})

it('gives the request id that the answer carries, and the fault', async () => {
  const {send, lines} = await setup()
  const response = await send(`${SCHOOL}/payments/cs_live_unknown`)
  expect(lines).toMatchObject([
    {requestId: response.headers.get('x-request-id'), status: 404, code: 'not_found'},
  ])
})

it('tells the fault that a stream ended with, though its status was 200', async () => {
  const {stream, stripe, lines} = await setup()
  stripe.control.disconnect('acct_A')
  await stream()
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines).toMatchObject([{status: 200, code: 'account_unreadable'}])
})

it('would be caught at repeating somebody: every test looks, also where it is about something else', () => {
  const seeded = {documents: base.documents, people, sessions: [paid], secrets: [KEY]}
  const line = `no pass for ADA.LIND@example.com, Gunnar Payer or User, asked with ${KEY}`
  expect(repeatedIn(line, seeded)).toEqual(['ada.lind@example.com', 'Gunnar Payer', KEY])
})

it('never holds a name, an address, a token or a key, whatever happens', async () => {
  const {send, stream, stripe, lake, lines} = await setup({sessions: [paid]})
  await send('/v1/schools')
  await stream()
  await send(`${SCHOOL}/students/u1?email=ada.lind%40example.com`)
  await send(`${SCHOOL}/students/ada.lind%40example.com`)
  await send(`${SCHOOL}/payments/${paid.id}`)
  const {plan} = preview.parse(await (await send(PREVIEW, {body: grant})).json())
  await send(REPAIRS, {body: {...grant, plan, reason: 'Ada Lind called'}})
  await send(REPAIRS, {body: {...grant, plan}})
  await send(REPAIRS, {body: 'Ada Lind'})
  await send('/v1/schools', {as: nora})
  await send('/v1/schools', {as: 'a-token-that-nobody-has'})
  await send(`/v1/nowhere/ada.lind@example.com`)
  lake.faults.fail({path: '/data/query', status: 400, body: {error: {description: 'ada.lind@example.com'}}})
  await send('/v1/schools')
  stripe.faults.next({status: 400, message: `No such thing for ada.lind@example.com with ${KEY}`})
  await send(`${SCHOOL}/payments/${paid.id}`)
  stripe.control.expireKey(KEY)
  await send(FACTS).then((response) => response.text())

  await expect.poll(() => lines).toHaveLength(15)
  const text = JSON.stringify(lines)
  const secrets = [
    ...people.flatMap(({name, email, token}) => [name, email, token]),
    ...base.documents.flatMap((document) =>
      document._type === 'user' ? [document.name, document.email] : [],
    ),
    'Gunnar',
    'gunnar.payer',
    'ada.lind',
    'nobody-has',
    KEY,
  ]
  // «User» is what the site calls somebody who gave no name.
  const told = secrets.filter((secret) => secret && secret !== 'User')
  for (const secret of told) expect(text).not.toContain(secret)
})

it('describes a bug in full, and answers it with nothing but the request id', async () => {
  const {fault, lake, lines} = await setup()
  lake.faults.fail({path: '/data/query', status: 400, body: {error: {description: 'unexpected'}}})
  const answer = await fault('/v1/schools')
  expect(answer).toMatchObject({status: 500, code: 'internal'})
  expect(answer.message).not.toContain('unexpected')
  expect(lines).toMatchObject([
    {code: 'internal', requestId: answer.requestId, bug: expect.stringContaining('unexpected')},
  ])
})
