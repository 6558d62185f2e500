import {describe, expect, it} from 'vitest'
import {vic} from './people.ts'
import {previewOf, repair, undo} from './repairing.ts'
import {adaBuys, held, NOW, PREVIEW, REPAIRS, sale, setup} from './setup.ts'

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
  ['to somebody unknown', {choice: {student: 'nobody', pass: 'P3', start: 'today'}}, 'not_found'],
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

describe('a student of another school, whose id somebody knows,', () => {
  const toVera = {...wish, choice: {student: 'uV', pass: 'P3', start: 'today'}} as const
  const here = {_type: 'reference', _ref: 'tenantT'}

  it('is given nothing, nor named, and is told apart from nobody by no word', async () => {
    const at = await setup()
    const answer = await at.fault(PREVIEW, {body: toVera})
    expect(answer).toMatchObject({status: 404, code: 'not_found'})
    expect(JSON.stringify(answer)).not.toMatch(/Vera|Aalto|example\.com|tenantU/)
    const nobody = await at.fault(PREVIEW, {body: {...toVera, choice: {...toVera.choice, student: 'nobody'}}})
    expect([nobody.status, nobody.code, nobody.message]).toEqual([answer.status, answer.code, answer.message])
    const row = {...toVera, plan: '0'.repeat(64)}
    expect(await at.fault(REPAIRS, {body: row})).toMatchObject({code: 'not_found'})
    const batch = await at.send(`${REPAIRS}/batch`, {body: {batch: 'click', items: [row]}})
    expect(await batch.text()).toMatch(/"state":"failed".*"not_found"/)
    expect(at.ofType('subscription')).toEqual([])
  })

  it.each([
    ['held a pass here', {documents: [held({user: {_ref: 'uV'}, isActive: false})]}],
    [
      'held one that names no school and is sold here',
      {documents: [held({user: {_ref: 'user_V'}, tenant: undefined})]},
    ],
    ['had a second document that names this school', {documents: [twin({tenant: here})]}],
    ['took a class here', {documents: [classFor('uV')]}],
    [
      'paid here, and was granted nothing yet',
      {sessions: [sale({email: 'vera.aalto@example.com', metadata: adaBuys('P3', {userId: ''})})]},
    ],
  ])('is given one where they %s', async (_why, seeded) => {
    const at = await setup(seeded)
    await repair(at, toVera)
    expect(at.document(id)).toMatchObject({user: {_ref: 'uV'}, tenant: here})
  })

  it('is not known here by what they hold at their own school, nor by a mailbox that somebody here shares', async () => {
    const theirs = held({user: {_ref: 'uV'}, tenant: {_ref: 'tenantU'}, passId: 'PU1'})
    const sharing = {...twin({tenant: here}), clerkId: 'user_other', email: 'vera.aalto@example.com'}
    const at = await setup({documents: [theirs, sharing]})
    expect(await at.fault(PREVIEW, {body: toVera})).toMatchObject({code: 'not_found'})
  })

  it('is not chosen for a payment of this school that names nobody, unless the payment has their email', async () => {
    const nameless = {metadata: adaBuys('P3', {userId: ''}), productMetadata: {}}
    const strange = sale({...nameless, email: 'somebody@example.com', name: 'Somebody'})
    const at = await setup({sessions: [strange]})
    const choose = {subject: {payment: strange.id}, kind: 'choose', choice: {student: 'uV'}} as const
    expect(await at.fault(PREVIEW, {body: choose})).toMatchObject({code: 'not_found'})
    expect((await previewOf(at, {...choose, choice: {student: 'u1'}})).kind).toBe('grant')
  })

  it('is chosen where they are new, and no other school knows them', async () => {
    const nameless = {metadata: adaBuys('P3', {userId: ''}), productMetadata: {}}
    const strange = sale({...nameless, email: 'somebody@example.com', name: 'Somebody'})
    const at = await setup({
      sessions: [strange],
      documents: [{...twin({tenant: undefined}), _id: 'uNew', clerkId: 'user_new', email: 'new@example.com'}],
    })
    const choose = {subject: {payment: strange.id}, kind: 'choose', choice: {student: 'uNew'}} as const
    expect((await previewOf(at, choose)).kind).toBe('grant')
    expect(
      await at.fault(PREVIEW, {body: {...wish, choice: {...wish.choice, student: 'uNew'}}}),
    ).toMatchObject({code: 'not_found'})
  })
})

/** Another user document of Vera’s. */
function twin(words: Record<string, unknown>) {
  return {
    _id: 'uV2',
    _type: 'user',
    _createdAt: '2025-09-05T10:00:00Z',
    _updatedAt: '2025-09-05T10:00:00Z',
    clerkId: 'user_V',
    email: 'vera.second@example.com',
    name: 'Vera Aalto',
    role: 'student',
    ...words,
  }
}

function classFor(student: string) {
  return {
    _id: 'class-here',
    _type: 'classInstance',
    _createdAt: '2026-03-01T10:00:00Z',
    _updatedAt: '2026-03-01T10:00:00Z',
    date: '2026-03-04T17:00:00Z',
    tenant: {_type: 'reference', _ref: 'tenantT'},
    bookings: [
      {_key: 'b', student: {_ref: student}, bookingType: 'single', bookingTime: '2026-03-04T17:00:00Z'},
    ],
  }
}
