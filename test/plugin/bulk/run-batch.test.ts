import {expect, it} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import type {KeptRecord, Receipt} from '../../../plugin/core/contract/repair.ts'
import type {Outcome} from '../../../plugin/tool/bulk/many-flow.ts'
import {runBatch, type BatchOptions} from '../../../plugin/tool/bulk/run-batch.ts'

const PLAN = 'a'.repeat(64)

function rowsOf(count: number): BatchOptions['rows'] {
  return Array.from({length: count}, (_, nth) => {
    const payment = `cs_${nth}`
    return {key: payment, request: {subject: {payment}, kind: 'grant', plan: PLAN}}
  })
}

function kept(payment: string): KeptRecord {
  return {
    id: `passRepair.${payment}.1`,
    payment,
    kind: 'grant',
    verdict: 'missing',
    entitlements: [],
    actor: {id: 'p-ingrid', name: 'Ingrid Solberg', via: 'studio'},
    at: 0,
    reason: null,
    undoes: null,
    fingerprint: null,
    message: null,
    subject: {payment},
    student: null,
    account: null,
    reasons: [],
    batch: 'one',
    plan: PLAN,
    before: '{}',
    after: '{}',
    undoneBy: null,
    undoable: true,
  }
}

function receiptOf(payment: string): Receipt {
  return {record: kept(payment), subject: {payment}, kind: 'grant', entitlements: []}
}

async function run(options: Pick<BatchOptions, 'rows' | 'send'> & Partial<BatchOptions>) {
  const outcomes = new Map<string, Outcome>()
  await runBatch({
    records: () => Promise.resolve([]),
    onRow: (key, outcome) => outcomes.set(key, outcome),
    ...options,
  })
  return outcomes
}

const statesOf = (outcomes: Map<string, Outcome>) => [...outcomes.values()].map(({state}) => state)

it('goes fifty after fifty, and each row ends in its own way', async () => {
  const sizes: number[] = []
  const outcomes = await run({
    rows: rowsOf(120),
    async send(items, onRow) {
      sizes.push(items.length)
      for (const [row, {subject}] of items.entries()) {
        if (!('payment' in subject)) continue
        if (subject.payment === 'cs_7') {
          onRow({row, state: 'failed', error: {code: 'lake_unavailable', message: 'no', requestId: null}})
        } else if (subject.payment === 'cs_60') {
          onRow({row, state: 'skipped', error: {code: 'plan_changed', message: 'no', requestId: null}})
        } else onRow({row, state: 'done', receipt: receiptOf(subject.payment)})
      }
    },
  })
  expect(sizes).toEqual([50, 50, 20])
  expect(outcomes.size).toBe(120)
  expect(outcomes.get('cs_7')).toMatchObject({state: 'failed', fault: {code: 'lake_unavailable'}})
  expect(outcomes.get('cs_60')).toMatchObject({state: 'skipped', fault: {code: 'plan_changed'}})
  expect(outcomes.get('cs_119')).toEqual({state: 'done', record: 'passRepair.cs_119.1'})
})

it('after an answer that was cut the records say what was done, and only the rest has failed', async () => {
  const outcomes = await run({
    rows: rowsOf(4),
    async send(_, onRow) {
      onRow({row: 0, state: 'done', receipt: receiptOf('cs_0')})
      throw new Fault('unreachable', 'cut')
    },
    records: () => Promise.resolve([kept('cs_0'), kept('cs_2')]),
  })
  expect(statesOf(outcomes).toSorted()).toEqual(['done', 'done', 'failed', 'failed'])
  expect(outcomes.get('cs_2')).toEqual({state: 'done', record: 'passRepair.cs_2.1'})
})

it('where nobody answers the next fifty are not sent into the dark', async () => {
  let sent = 0
  const outcomes = await run({
    rows: rowsOf(150),
    send() {
      sent += 1
      return Promise.reject(new Fault('unauthenticated', 'signed out'))
    },
  })
  expect(sent).toBe(1)
  expect(new Set(statesOf(outcomes))).toEqual(new Set(['failed']))
  expect(outcomes.size).toBe(150)
})

it('Stripe out of breath for fifty rows does not stop the next', async () => {
  let sent = 0
  await run({
    rows: rowsOf(100),
    send() {
      sent += 1
      return Promise.reject(new Fault('stripe_unavailable', 'no'))
    },
  })
  expect(sent).toBe(2)
})
