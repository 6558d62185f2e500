import {expect, it} from 'vitest'
import type {AutomaticOptions, Outcome} from '../../../functions/automatic/outcome.ts'
import {repairPayments} from '../../../functions/automatic/repair-payments.ts'
import {toFaultBody} from '../../../functions/answer-fault.ts'
import {readMany} from '../../../functions/handlers/read-many.ts'
import type {RequestCase} from '../../../functions/handlers/request-case.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {DAY, MINUTE} from '../../../plugin/core/contract/instant.ts'
import {adaBuys, held, NOW, sale, setup} from '../setup.ts'

const options: AutomaticOptions = {
  automaticSince: NOW - 30 * DAY,
  autoRevoke: true,
  transitMinutes: 10,
  dryRun: false,
}
const told = (error: unknown) => toFaultBody(error, 'test')
const paid = sale({id: 'cs_live_clip'})
const month = sale({id: 'cs_live_month', amount: 120_000, metadata: adaBuys('P7')})
const back = sale({id: 'cs_live_back', refunded: true})
const young = sale({id: 'cs_live_young', createdAt: new Date(NOW - 3 * MINUTE)})
const old = sale({id: 'cs_live_old', createdAt: new Date(NOW - 40 * DAY)})

/** What a run that reads pages knows of some payments, all together. */
async function factsOf(of: RequestCase, payments: string[]): Promise<Facts> {
  const found: Facts[] = []
  const wanted = payments.map((payment) => ({payment, choice: {}}))
  await readMany(of, {wanted, period: null}, ({facts}) => void found.push(facts))
  const last = found.at(-1)
  if (last === undefined) throw new Error('nothing was read')
  return last
}

function summary(outcomes: Outcome[]) {
  return outcomes.map(({payment, done}) => [
    payment,
    done.state === 'written' ? done.kind : done.state === 'waits' ? done.because : done.state,
  ])
}

it('Many payments are judged together, and each is written that may be; a second run writes nothing.', async () => {
  const sessions = [paid, month, back, young, old]
  const at = await setup({sessions, documents: [held({stripeSessionId: back.id})]})
  const ids = sessions.map(({id}) => id)
  const of = await at.robot('sync')
  const first = await repairPayments(of, {facts: await factsOf(of, ids), payments: ids}, options, told)
  expect(summary(first)).toEqual([
    [paid.id, 'grant'],
    [month.id, 'grant'],
    [back.id, 'revoke'],
    [young.id, 'in_order'],
    [old.id, 'paid_before'],
  ])
  const second = await repairPayments(of, {facts: await factsOf(of, ids), payments: ids}, options, told)
  expect(second.every(({done}) => done.state === 'waits')).toBe(true)
  expect(at.ofType('passRepair')).toHaveLength(3)
})

it('One that fails stops no other, and says why.', async () => {
  const at = await setup({sessions: [paid, month]})
  const of = await at.robot('sync')
  const facts = await factsOf(of, [paid.id, month.id])
  at.lake.faults.fail({path: '/data/mutate/', status: 502, times: 1})
  const payments = [paid.id, month.id, 'cs_live_never_read']
  const outcomes = await repairPayments(of, {facts, payments}, options, told)
  expect(outcomes.map(({done}) => done.state).toSorted()).toEqual(['failed', 'written'])
  expect(outcomes.find(({done}) => done.state === 'failed')?.done).toMatchObject({
    error: {code: 'lake_unavailable'},
  })
})

it('One that somebody repaired since it was read is not repaired twice.', async () => {
  const at = await setup({sessions: [paid]})
  const [one, other] = [await at.robot('sync'), await at.robot('webhook')]
  const facts = await factsOf(one, [paid.id])
  const both = await Promise.all([
    repairPayments(one, {facts, payments: [paid.id]}, options, told),
    repairPayments(other, {facts, payments: [paid.id]}, options, told),
  ])
  const done = both.flatMap(summary).map(([, what]) => what)
  expect(done).toHaveLength(2)
  expect(done).toEqual(expect.arrayContaining(['grant', 'in_order']))
  expect(at.ofType('subscription')).toHaveLength(1)
})

it('One that a pass without ids seems to explain is read by itself, with all that its payer paid.', async () => {
  // Made by hand just after another payment, which this run did not read.
  const hand = held({_id: 'hand', _createdAt: '2026-03-02T10:00:00Z'})
  const other = sale({id: 'cs_live_other', createdAt: '2026-03-02T09:00:00Z'})
  const at = await setup({sessions: [paid, other], documents: [hand]})
  const of = await at.robot('sync')
  const facts = await factsOf(of, [paid.id])
  const [outcome] = await repairPayments(of, {facts, payments: [paid.id]}, options, told)
  expect(outcome).toMatchObject({verdict: 'missing', done: {state: 'written', kind: 'grant'}})
  const alone = await repairPayments(
    of,
    {facts: await factsOf(of, [other.id]), payments: [other.id]},
    options,
    told,
  )
  expect(alone).toMatchObject([{verdict: 'unlinked', done: {state: 'waits', because: 'for_a_person'}}])
})

it('An account that cannot be read is a fault of the whole.', async () => {
  const at = await setup({sessions: [paid]})
  const of = await at.robot('sync')
  const facts = await factsOf(of, [paid.id])
  const blind = {...facts, blind: {account: 'acct_A', code: 'account_invalid', message: 'no access'}}
  await expect(repairPayments(of, {facts: blind, payments: [paid.id]}, options, told)).rejects.toMatchObject({
    code: 'account_unreadable',
  })
})
