import {expect, it} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import type {Preview} from '../../../plugin/core/contract/repair.ts'
import {
  countOutcomes,
  planned,
  reduceMany,
  retriable,
  type ManyAction,
  type ManyFlow,
} from '../../../plugin/tool/bulk/many-flow.ts'

type Item = {key: string}

const preview: Preview = {
  plan: 'a'.repeat(64),
  subject: {payment: 'cs_1'},
  kind: 'grant',
  verdict: 'missing',
  reasons: [],
  notes: [],
  confidence: 'certain',
  changes: [],
  documents: [],
}
const items = [{key: 'a'}, {key: 'b'}, {key: 'c'}]
const fault = new Fault('lake_unavailable', 'no')
const changed = new Fault('plan_changed', 'no')

function after(...actions: ManyAction<Item>[]): ManyFlow<Item> {
  return actions.reduce<ManyFlow<Item>>((flow, action) => reduceMany(flow, action), {step: 'closed'})
}

const ask = {type: 'ask', items} as const
const twoChecked = {
  type: 'checked',
  checks: [
    ['a', {preview}],
    ['b', {preview}],
  ],
} as const
const oneImpossible = {type: 'checked', checks: [['c', {fault}]]} as const
const confirmed = {type: 'confirmed'} as const
const run = [ask, twoChecked, oneImpossible, confirmed]
const aDone = {type: 'ended row', key: 'a', outcome: {state: 'done', record: 'passRepair.a.1'}} as const
const bFailed = {type: 'ended row', key: 'b', outcome: {state: 'failed', fault}} as const
const bSkipped = {type: 'ended row', key: 'b', outcome: {state: 'skipped', fault: changed}} as const
const ended = {type: 'ended'} as const

it('nothing is shown before every row was looked at', () => {
  expect(after(ask, twoChecked).step).toBe('checking')
  expect(after(ask, twoChecked, oneImpossible).step).toBe('shown')
})

it('nothing is carried out that was not shown', () => {
  expect(after(ask, twoChecked, confirmed).step).toBe('checking')
  const shown = after(ask, twoChecked, oneImpossible)
  expect(shown.step === 'shown' && planned(shown).map(({item}) => item.key)).toEqual(['a', 'b'])
})

it('what could not be planned has failed before it began, and is not sent once more', () => {
  const flow = after(...run, aDone, bFailed, ended)
  if (flow.step !== 'ended') throw new Error(flow.step)
  expect(countOutcomes(flow.outcomes)).toEqual({done: 1, failed: 2, skipped: 0})
  expect(retriable(flow).map(({key}) => key)).toEqual(['b'])
})

it('a retry begins again with the rows that failed, and keeps what the others came to', () => {
  const flow = after(...run, aDone, bFailed, ended, {type: 'retry'})
  expect(flow.step === 'running' && [...flow.outcomes.keys()].toSorted()).toEqual(['a', 'c'])
})

it('what changed meanwhile was skipped, and is not sent once more as it was shown', () => {
  expect(retriable(after(...run, aDone, bSkipped, ended))).toEqual([])
})

it('an answer that comes after leaving changes nothing', () => {
  expect(after(ask, {type: 'close'}, twoChecked).step).toBe('closed')
  expect(after(...run, ended, {type: 'close'}, bFailed).step).toBe('closed')
})
