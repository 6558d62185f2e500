import {expect, it} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import type {Preview, PreviewRequest} from '../../../plugin/core/contract/repair.ts'
import {reduceRepairFlow, requestFor, type RepairFlow} from '../../../plugin/tool/parts/repair-flow.ts'
import {entry} from '../students/people.ts'

const missing = entry({
  key: 'cs_1',
  payment: 'cs_1',
  verdict: 'missing',
  repair: {kind: 'grant', changes: [], choices: []},
})
const request: PreviewRequest = {subject: {payment: 'cs_1'}, kind: 'grant'}
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
const closed: RepairFlow = {step: 'closed'}
const asked = reduceRepairFlow(closed, {type: 'ask', entry: missing, request})
const shown = reduceRepairFlow(asked, {type: 'previewed', preview})
const writing = reduceRepairFlow(shown, {type: 'confirmed'})

it('goes from the click over the preview to the writing', () => {
  expect([asked.step, shown.step, writing.step]).toEqual(['previewing', 'shown', 'writing'])
})

it('a preview that fails is a refusal, a writing that fails keeps the preview', () => {
  const fault = new Fault('lake_unavailable', 'no')
  expect(reduceRepairFlow(asked, {type: 'failed', fault})).toMatchObject({step: 'refused', fault})
  expect(reduceRepairFlow(writing, {type: 'failed', fault})).toMatchObject({step: 'shown', fault, preview})
})

it('nothing is confirmed that is not on the screen, and no late answer opens a closed dialog', () => {
  expect(reduceRepairFlow(asked, {type: 'confirmed'})).toBe(asked)
  expect(reduceRepairFlow(closed, {type: 'previewed', preview})).toBe(closed)
  expect(reduceRepairFlow(writing, {type: 'confirmed'})).toBe(writing)
})

it('the browser names a payment, else a pass, never a document', () => {
  expect(requestFor(missing)).toEqual(request)
  const unpaid = entry({
    key: 'e1',
    entitlements: ['e1'],
    verdict: 'unpaid',
    repair: {kind: 'mark_complimentary', changes: [], choices: []},
  })
  expect(requestFor(unpaid, undefined, 'a gift')).toEqual({
    subject: {entitlement: 'e1'},
    kind: 'mark_complimentary',
    reason: 'a gift',
  })
  expect(requestFor(entry({key: 'cs_2', payment: 'cs_2'}))).toBeNull()
})
