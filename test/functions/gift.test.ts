import {expect, it} from 'vitest'
import {vic} from './people.ts'
import {previewOf, repair, undo} from './repairing.ts'
import {NOW, PREVIEW, REPAIRS, setup} from './setup.ts'

const request = '5b0e6b0a-3c11-4a5e-9f55-0d5a1f1d2c3b'
const wish = {
  subject: {request},
  kind: 'grant',
  choice: {student: 'u1', pass: 'P3', start: 'today'},
  reason: 'won the raffle <b>twice</b>',
} as const
const id = `subscription-${request}`

it('gives a pass that nobody paid for, marked so, with who and why', async () => {
  const at = await setup()
  const {record} = await repair(at, wish)
  expect(record).toMatchObject({id: `passRepair.${id}.1`, kind: 'grant', payment: null, entitlements: [id]})
  expect(at.document(id)).toMatchObject({
    user: {_ref: 'u1'},
    tenant: {_ref: 'tenantT'},
    passId: 'P3',
    remainingClips: 10,
    purchasePrice: 0,
    isActive: true,
    startDate: new Date(NOW).toISOString(),
    complimentary: true,
    complimentaryBy: 'p-tove',
    complimentaryReason: 'won the raffle <b>twice</b>',
    manuallyCreated: true,
    manualCreationReason: 'won the raffle <b>twice</b>',
  })
  expect(at.document(id)).not.toHaveProperty('stripeSessionId')
})

it('is asked of nobody but the lake, and can be shown today and confirmed tomorrow', async () => {
  const at = await setup()
  const {plan} = await previewOf(at, wish)
  at.now.at += 86_400_000
  expect((await at.send(REPAIRS, {body: {...wish, plan}})).status).toBe(200)
  expect(at.stripe.ledger.requests).toEqual([])
})

it('asked for twice is given once', async () => {
  const at = await setup()
  const {plan} = await previewOf(at, wish)
  const body = {...wish, plan}
  const answers = await Promise.all(Array.from({length: 8}, () => at.send(REPAIRS, {body})))
  expect(answers.map(({status}) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(409)])
  expect(at.ofType('subscription')).toHaveLength(1)
  expect(at.ofType('passRepair')).toHaveLength(1)
})

it('is taken back like every other repair', async () => {
  const at = await setup()
  const {record} = await repair(at, wish)
  await undo(at, record.id)
  expect(at.document(id)).toMatchObject({isActive: false, deactivationReason: 'undone'})
})

it.each([
  ['without a reason', {reason: undefined}, 'invalid_request'],
  ['to nobody', {choice: {pass: 'P3', start: 'today'}}, 'invalid_request'],
  ['to somebody unknown', {choice: {student: 'nobody', pass: 'P3', start: 'today'}}, 'invalid_request'],
  ['of no pass', {choice: {student: 'u1', start: 'today'}}, 'invalid_request'],
  ['of another school’s pass', {choice: {student: 'u1', pass: 'PU1', start: 'today'}}, 'invalid_request'],
  ['from a day that nobody paid on', {choice: {student: 'u1', pass: 'P3', start: 'paid'}}, 'invalid_request'],
  ['as another repair', {kind: 'revoke'}, 'invalid_request'],
  ['under an id that is no request’s', {subject: {request: 'drafts.sub1'}}, 'invalid_request'],
])('is not given %s', async (_case, differently, code) => {
  const at = await setup()
  expect(await at.fault(PREVIEW, {body: {...wish, ...differently}})).toMatchObject({code})
})

it('is not given by a viewer', async () => {
  const at = await setup()
  const {plan} = await previewOf(at, wish)
  const answer = await at.fault(REPAIRS, {body: {...wish, plan}, as: vic})
  expect(answer).toMatchObject({code: 'forbidden'})
  expect(at.ofType('subscription')).toEqual([])
})
