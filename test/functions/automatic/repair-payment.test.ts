import {describe, expect, it} from 'vitest'
import {repairPayment} from '../../../functions/automatic/repair-payment.ts'
import type {AutomaticOptions} from '../../../functions/automatic/outcome.ts'
import {DAY, MINUTE} from '../../../plugin/core/contract/instant.ts'
import {repair, undo} from '../repairing.ts'
import {held, NOW, sale, setup, type Setup} from '../setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const id = `subscription-${paid.id}`
const options: AutomaticOptions = {
  automaticSince: NOW - 30 * DAY,
  autoRevoke: true,
  transitMinutes: 0,
  dryRun: false,
}

function active({ofType}: Setup) {
  return ofType('subscription').filter(({isActive}) => isActive === true)
}

describe('a paid pass that nobody granted', () => {
  it('is granted once, with a record that says who did it, by the robot’s token', async () => {
    const at = await setup({sessions: [paid]})
    const outcome = await repairPayment(await at.robot('webhook'), paid.id, options)
    expect(outcome).toMatchObject({
      payment: paid.id,
      verdict: 'missing',
      reasons: ['nothing_granted'],
      student: 'u1',
      pass: 'P3',
      done: {state: 'written', kind: 'grant', duplicates: [], receipt: {entitlements: [{id, active: true}]}},
    })
    expect(at.document(`passRepair.${paid.id}.1`)).toMatchObject({
      actor: {id: 'webhook', name: 'Webhook', via: 'webhook'},
      livemode: true,
      account: 'acct_A',
      batch: null,
    })
    const writers = at.lake.ledger.requests.filter(({tag}) => tag === 'passes.repair').map(({actor}) => actor)
    expect(writers).toEqual(['p-robot'])
  })

  it('is found by its payment intent too', async () => {
    const at = await setup({sessions: [paid]})
    const {payment, done} = await repairPayment(await at.robot('sync'), 'pi_3AdasClipCard', {
      ...options,
      batch: 'night',
    })
    expect([payment, done.state]).toEqual([paid.id, 'written'])
    expect(at.document(`passRepair.${paid.id}.1`)).toMatchObject({
      actor: {name: 'Sync', via: 'sync'},
      batch: 'night',
    })
  })

  it('is left alone the second time', async () => {
    const at = await setup({sessions: [paid]})
    await repairPayment(await at.robot('webhook'), paid.id, options)
    const again = await repairPayment(await at.robot('sync'), paid.id, options)
    expect(again).toMatchObject({verdict: 'matched', done: {state: 'waits', because: 'in_order'}})
    expect(at.ofType('passRepair')).toHaveLength(1)
  })

  it('is only told in a dry run', async () => {
    const at = await setup({sessions: [paid]})
    const {done} = await repairPayment(await at.robot('sync'), paid.id, {...options, dryRun: true})
    expect(done).toEqual({state: 'would_write', kind: 'grant'})
    expect(at.ofType('subscription')).toEqual([])
    expect(at.ofType('passRepair')).toEqual([])
  })

  it('waits while another webhook may still grant it', async () => {
    const late = sale({createdAt: new Date(NOW - 5 * MINUTE)})
    const at = await setup({sessions: [late]})
    const {verdict, done} = await repairPayment(await at.robot('sync'), late.id, {
      ...options,
      transitMinutes: 10,
    })
    expect({verdict, done}).toEqual({verdict: 'in_transit', done: {state: 'waits', because: 'in_order'}})
    expect(await repairPayment(await at.robot('webhook'), late.id, options)).toMatchObject({
      done: {state: 'written'},
    })
  })

  it('waits for a person when it was paid before automatic writing was switched on', async () => {
    const at = await setup({sessions: [paid]})
    const {done} = await repairPayment(await at.robot('sync'), paid.id, {
      ...options,
      automaticSince: NOW - DAY,
    })
    expect(done).toEqual({state: 'waits', because: 'paid_before'})
    expect(at.ofType('subscription')).toEqual([])
  })

  it('stays as a person left it who took the grant back', async () => {
    const at = await setup({sessions: [paid]})
    await repairPayment(await at.robot('webhook'), paid.id, options)
    await undo(at, `passRepair.${paid.id}.1`)
    const {done} = await repairPayment(await at.robot('sync'), paid.id, options)
    expect(done).toEqual({state: 'waits', because: 'for_a_person'})
    expect(active(at)).toEqual([])
  })

  it('stays as a person left it who dismissed it', async () => {
    const at = await setup({sessions: [paid]})
    await repair(at, {subject: {payment: paid.id}, kind: 'dismiss', reason: 'gets a voucher instead'})
    const {done} = await repairPayment(await at.robot('sync'), paid.id, options)
    expect(done).toEqual({state: 'waits', because: 'dismissed'})
  })
})

describe('others who write at the same moment', () => {
  it('make one pass and one record, however many there are', async () => {
    const at = await setup({sessions: [paid]})
    at.lake.faults.delay({path: '/data/mutate/', milliseconds: 50, times: 20})
    const robots = await Promise.all(
      Array.from({length: 8}, (_, nth) => at.robot(nth % 2 === 0 ? 'webhook' : 'sync')),
    )
    const outcomes = await Promise.all(robots.map((of) => repairPayment(of, paid.id, options)))
    const states = outcomes.map(({done}) => done.state)
    expect(states.filter((state) => state === 'written')).toHaveLength(1)
    expect(states.filter((state) => state === 'waits')).toHaveLength(7)
    expect(at.ofType('subscription')).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })

  it('are told of when they wrote for the same payment by another id', async () => {
    const at = await setup({sessions: [paid]})
    at.lake.faults.delay({path: '/data/mutate/', milliseconds: 400})
    const ours = repairPayment(await at.robot('webhook'), paid.id, options)
    await expect.poll(() => at.lake.ledger.requests.some(({tag}) => tag === 'passes.repair')).toBe(true)
    await at.studio().create(held({_id: 'by-webhook', stripeSessionId: paid.id}))
    expect((await ours).done).toMatchObject({state: 'written', duplicates: ['by-webhook']})
  })

  it('whose answer was lost are not repeated', async () => {
    const at = await setup({sessions: [paid]})
    at.lake.faults.fail({path: '/data/mutate/', status: 502, when: 'after', times: 3})
    await expect(repairPayment(await at.robot('webhook'), paid.id, options)).rejects.toMatchObject({
      code: 'lake_unavailable',
    })
    const again = await repairPayment(await at.robot('webhook'), paid.id, options)
    expect(again.done).toEqual({state: 'waits', because: 'in_order'})
    expect(at.ofType('subscription')).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })
})

describe('money that went back', () => {
  const back = sale({paymentIntentId: 'pi_3AdasClipCard', refunded: true})
  const own = held({stripeSessionId: back.id})

  it('ends the pass by itself', async () => {
    const at = await setup({sessions: [back], documents: [own]})
    const {done} = await repairPayment(await at.robot('webhook'), back.id, options)
    expect(done).toMatchObject({state: 'written', kind: 'revoke'})
    expect(at.document('sub1')).toMatchObject({
      isActive: false,
      deactivationReason: 'refunded',
      deactivatedBy: 'webhook',
    })
  })

  it('leaves it to a person where the school says so', async () => {
    const at = await setup({sessions: [back], documents: [own]})
    const {done} = await repairPayment(await at.robot('webhook'), back.id, {...options, autoRevoke: false})
    expect(done).toEqual({state: 'waits', because: 'revoke_off'})
  })

  it('waits while somebody edits whether the pass is active', async () => {
    const draft = {...own, _id: 'drafts.sub1', isActive: false, deactivationReason: 'moved away'}
    const at = await setup({sessions: [back], documents: [own, draft]})
    const {done} = await repairPayment(await at.robot('webhook'), back.id, options)
    expect(done).toEqual({state: 'waits', because: 'blocked'})
    expect(at.document('sub1')).toMatchObject({isActive: true})
  })
})

describe('what cannot be known', () => {
  it('is a fault, not an empty answer: a payment that no account of the school knows', async () => {
    const at = await setup()
    await expect(repairPayment(await at.robot('sync'), 'cs_live_nobodys', options)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is a fault: an account that the key may not read', async () => {
    const at = await setup({sessions: [paid]})
    at.stripe.control.disconnect('acct_A')
    await expect(repairPayment(await at.robot('sync'), paid.id, options)).rejects.toMatchObject({
      code: 'account_unreadable',
    })
    expect(at.ofType('subscription')).toEqual([])
  })

  it('waits for a person: a session whose shape is wrong', async () => {
    const garbled = {...paid, amount_total: 0.5}
    const at = await setup({sessions: [garbled]})
    const {verdict, done} = await repairPayment(await at.robot('sync'), paid.id, options)
    expect({verdict, done}).toEqual({
      verdict: 'unreadable',
      done: {state: 'waits', because: 'for_a_person'},
    })
  })
})
