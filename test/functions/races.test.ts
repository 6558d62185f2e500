import {describe, expect, it} from 'vitest'
import {preview, receipt} from '../../plugin/core/contract/repair.ts'
import {odd, tove} from './people.ts'
import {previewOf, repair} from './repairing.ts'
import {held, PREVIEW, REPAIRS, sale, setup, type Setup} from './setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const grant = {subject: {payment: paid.id}, kind: 'grant'} as const
const id = `subscription-${paid.id}`

/** Holds the next write up on its way, until somebody else was faster. */
async function whileWriting({lake}: Setup, meanwhile: () => Promise<unknown>) {
  lake.faults.delay({path: '/data/mutate/', milliseconds: 400})
  const isUnderWay = () => lake.ledger.requests.some(({tag}) => tag === 'passes.repair')
  await expect.poll(isUnderWay).toBe(true)
  await meanwhile()
}

describe('the platform’s own webhook', () => {
  it('that wins the race is reported as a duplicate, with the repair that ends one of the two', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = await previewOf(at, grant)
    const answer = at.send(REPAIRS, {body: {...grant, plan}})
    await whileWriting(at, () => at.studio().create(held({_id: 'by-webhook', stripeSessionId: paid.id})))
    const {duplicates, entitlements} = receipt.parse(await (await answer).json())
    expect(duplicates).toEqual(['by-webhook'])
    expect(entitlements.map((one) => one.id).toSorted()).toEqual(['by-webhook', id])
    const shown = await previewOf(at, {...grant, kind: 'revoke'})
    expect(shown).toMatchObject({verdict: 'duplicate', confidence: 'certain', kind: 'revoke'})
    await repair(at, {...grant, kind: 'revoke'})
    expect(at.ofType('subscription').filter(({isActive}) => isActive === true)).toHaveLength(1)
  })

  it('that comes before the second reading makes the repair needless', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = await previewOf(at, grant)
    await at.studio().create(held({_id: 'by-webhook', stripeSessionId: paid.id}))
    const answer = await at.fault(REPAIRS, {body: {...grant, plan}})
    expect(['already_repaired', 'not_repairable']).toContain(answer.code)
    expect(at.ofType('subscription')).toHaveLength(1)
  })

  it('that cannot be looked for afterwards makes no failure of what was written', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = await previewOf(at, grant)
    at.lake.faults.fail({tag: 'passes.held', status: 500, times: 20})
    const done = receipt.parse(await (await at.send(REPAIRS, {body: {...grant, plan}})).json())
    expect(done.entitlements).toMatchObject([{id}])
    expect(done).not.toHaveProperty('duplicates')
  })
})

describe('two people', () => {
  it('who decide differently about one pass: one is done, the other is shown what is there now', async () => {
    const at = await setup({documents: [held({stripeSessionId: 'cs_live_ada_lind'})]})
    const about = {subject: {entitlement: 'sub1'}, reason: 'as we agreed'}
    const [give, end] = await Promise.all([
      previewOf(at, {...about, kind: 'mark_complimentary'}),
      previewOf(at, {...about, kind: 'revoke'}),
    ])
    const answers = await Promise.all([
      at.send(REPAIRS, {body: {...about, kind: 'mark_complimentary', plan: give.plan}, as: tove}),
      at.send(REPAIRS, {body: {...about, kind: 'revoke', plan: end.plan}, as: odd}),
    ])
    expect(answers.filter(({ok}) => ok)).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })
})

describe('Sanity, when it is asked for too much', () => {
  it('is asked again when it says, and nothing is written twice', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = await previewOf(at, grant)
    at.lake.faults.fail({path: '/data/mutate/', status: 429, headers: {'retry-after': '1'}})
    const started = performance.now()
    expect((await at.send(REPAIRS, {body: {...grant, plan}})).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(950)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })
})

describe('what nobody may ask for', () => {
  it.each([
    ['a pass of another school', {subject: {entitlement: 'theirs'}, kind: 'revoke', reason: 'not ours'}],
    ['a payment and a pass at once', {...grant, subject: {...grant.subject, entitlement: 'theirs'}}],
    ['a made-up kind', {...grant, kind: 'delete'}],
    ['a reason that is empty', {...grant, kind: 'dismiss', reason: '   '}],
    ['a reason of a megabyte', {...grant, kind: 'dismiss', reason: 'x'.repeat(1_000_000)}],
  ])('%s is refused, and nothing is written', async (_case, body) => {
    const theirs = held({
      _id: 'theirs',
      user: {_type: 'reference', _ref: 'u3'},
      tenant: {_type: 'reference', _ref: 'tenantU'},
      passId: 'PU1',
    })
    const at = await setup({sessions: [paid], documents: [theirs]})
    const before = at.document('theirs')
    expect((await at.send(PREVIEW, {body})).ok).toBe(false)
    expect((await at.send(REPAIRS, {body: {...body, plan: 'f'.repeat(64)}})).ok).toBe(false)
    expect(at.document('theirs')).toEqual(before)
    expect(at.ofType('passRepair')).toEqual([])
  })

  it('but HTML in a reason is only text', async () => {
    const at = await setup({sessions: [paid]})
    const reason = '<img src=x onerror=alert(1)> said "no"'
    const {record} = await repair(at, {...grant, kind: 'dismiss', reason})
    expect(at.document(record.id)).toMatchObject({reason})
  })

  it('and a plan of yesterday holds only as long as it says the same', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = preview.parse(await (await at.send(PREVIEW, {body: grant})).json())
    at.now.at += 86_400_000
    await at.studio().patch('P3').set({validityDays: 30}).commit()
    expect(await at.fault(REPAIRS, {body: {...grant, plan}})).toMatchObject({code: 'plan_changed'})
    expect(at.ofType('passRepair')).toEqual([])
  })
})
