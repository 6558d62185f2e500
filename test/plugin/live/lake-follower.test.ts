import {expect, it} from 'vitest'
import {createLakeFollower} from '../../../plugin/live/lake-follower.ts'
import {entitlement, facts, payment} from '../students/people.ts'

/** A follower over facts that hold one payment. What it asks to be read is noted: null is everything. */
function setup() {
  const asked: (string | null)[] = []
  const told: string[] = []
  const follower = createLakeFollower({
    lake: {listen: () => () => undefined, document: () => Promise.resolve(null)},
    parse: () => ({
      ...facts({entitlements: [entitlement({id: 'e1', session: 'cs_new', paymentIntent: 'pi_new'})]}),
    }),
    facts: () => facts({payments: [payment({id: 'cs_1'})]}),
    isReading: () => false,
    dispatch: ({type}) => void told.push(type),
    readSoon: (id = null) => void asked.push(id),
    hearOfPayments: (id) => void asked.push(id),
  })
  const hear = (document: Record<string, unknown>) =>
    follower.hear({kind: 'change', id: 'd1', previousRev: null, resultRev: 'r1', document})
  return {hear, asked, told}
}

const run = (at: string, more = {}) => ({_type: 'passSync', lastRun: {at, ended: 'done'}, ...more})

it('a run of the sync has everything read once, whatever else the sync notes', () => {
  const {hear, asked} = setup()
  hear(run('2026-03-10T11:00:00Z'))
  hear(run('2026-03-10T11:00:00Z', {alertState: [{name: 'a', told: 'b'}]}))
  expect(asked).toEqual([null])
  hear(run('2026-03-10T11:10:00Z'))
  expect(asked).toEqual([null, null])
})

it('a delivery has the payment read that it names, and says when a webhook was told', () => {
  const {hear, asked, told} = setup()
  const log = {_type: 'webhookLog', status: 'success', timestamp: '2026-03-10T11:00:00Z'}
  hear({...log, details: {sessionId: 'cs_2'}})
  hear({...log, details: {}})
  expect(asked).toEqual(['cs_2', null])
  expect(told).toEqual(['told', 'told'])
})

it('a pass whose payment was not read has that payment read before it is judged', () => {
  const {hear, asked, told} = setup()
  hear({_type: 'subscription'})
  expect(asked).toEqual(['cs_new'])
  expect(told).toEqual([])
})
