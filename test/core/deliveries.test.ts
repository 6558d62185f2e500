import {describe, expect, test} from 'vitest'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {emptySyncState} from '../../plugin/core/contract/sync-state.ts'
import {
  deliveryDocument,
  deliveryDocumentId,
  type DeliveryNote,
} from '../../plugin/core/documents/delivery-document.ts'
import {paymentNews} from '../../plugin/core/documents/payment-news.ts'
import {syncDocument} from '../../plugin/core/documents/sync-document.ts'

const BEGAN = Date.parse('2026-03-10T12:00:00Z')
const ENDED = BEGAN + 3_000

/** What the platform's own webhook writes: one document when it begins, one when it ends. */
function theirs(status: string, seconds: number, more: Record<string, unknown> = {}) {
  return {
    _id: `${status}${seconds}`,
    _type: 'webhookLog',
    eventType: 'checkout.session.completed',
    eventId: 'evt_1',
    status,
    details: {sessionId: 'cs_live_1', account: 'acct_A', ...more},
    timestamp: new Date(BEGAN + seconds * 1_000).toISOString(),
  }
}

const ours: DeliveryNote = {
  event: 'evt_1',
  type: 'checkout.session.completed',
  state: 'success',
  session: 'cs_live_1',
  account: 'acct_A',
  school: 'tenantT',
  live: true,
  verdict: 'missing',
  outcome: 'written',
  error: null,
  began: BEGAN,
  at: ENDED,
}

describe('what webhooks noted', () => {
  test('is one delivery an event, though the platform writes two documents', () => {
    expect(deliveriesOf([theirs('success', 3), theirs('processing', 0)])).toEqual([
      {
        event: 'evt_1',
        type: 'checkout.session.completed',
        source: 'platform',
        state: 'success',
        session: 'cs_live_1',
        account: 'acct_A',
        school: null,
        live: null,
        verdict: null,
        outcome: null,
        error: null,
        began: BEGAN,
        at: ENDED,
      },
    ])
  })

  test('reads back what this function wrote, word for word', () => {
    expect(deliveriesOf([deliveryDocument(ours)])).toEqual([{...ours, source: 'stripe-passes'}])
    const failed: DeliveryNote = {
      ...ours,
      state: 'error',
      session: null,
      account: null,
      school: null,
      live: null,
      verdict: null,
      outcome: null,
      error: 'stripe_unavailable: Stripe did not answer',
    }
    expect(deliveriesOf([deliveryDocument(failed)])).toEqual([{...failed, source: 'stripe-passes'}])
  })

  test('keeps apart what two webhooks noted of the same event', () => {
    const deliveries = deliveriesOf([theirs('success', 3), deliveryDocument(ours)])
    expect(deliveries.map(({source}) => source).toSorted()).toEqual(['platform', 'stripe-passes'])
  })

  test.each([
    ['begun, and cut off', [theirs('processing', 0)], 'processing', null],
    ['failed', [theirs('processing', 0), theirs('error', 2, {error: 'Timeout'})], 'error', 'Timeout'],
    ['failed, then done', [theirs('error', 2, {error: 'Timeout'}), theirs('success', 60)], 'success', null],
    [
      'done, then failed beside it',
      [theirs('success', 2), theirs('error', 9, {error: 'No'})],
      'success',
      null,
    ],
    ['failed, and begun again', [theirs('error', 2, {error: 'No'}), theirs('processing', 60)], 'error', 'No'],
  ])('%s', (_, documents, state, error) => {
    for (const inAnyOrder of [documents, documents.toReversed()]) {
      expect(deliveriesOf(inAnyOrder)).toMatchObject([{state, error, session: 'cs_live_1'}])
    }
  })

  test('is listed newest first', () => {
    const later = {...theirs('success', 60), eventId: 'evt_2'}
    const beside = {...theirs('success', 60), eventId: 'evt_3'}
    const events = deliveriesOf([theirs('success', 3), beside, later]).map(({event}) => event)
    expect(events).toEqual(['evt_2', 'evt_3', 'evt_1'])
  })

  test('leaves out what is no such note', () => {
    const {eventId: _, ...nameless} = theirs('success', 3)
    const others = [null, 'text', {_type: 'user'}, nameless, {...theirs('success', 3), _type: 'user'}]
    const garbled = [
      {...theirs('success', 3), status: 'done'},
      {...theirs('success', 3), timestamp: 'soon'},
    ]
    expect(deliveriesOf([...others, ...garbled])).toEqual([])
  })
})

describe('the document of a note', () => {
  test('is private, and named after its event; what no document may be called gives way to its hash', () => {
    expect(deliveryDocumentId('evt_1')).toBe('webhookLog.evt_1')
    expect(deliveryDocumentId('../x')).toMatch(/^webhookLog\.[0-9a-f]{26}$/)
    expect(deliveryDocumentId('e'.repeat(200))).toMatch(/^webhookLog\.[0-9a-f]{26}$/)
  })
})

const COUNTS = {sessions: 1, refunds: 0, disputes: 0, calls: 1, repaired: 0, left: {}}

describe('that payments may have changed', () => {
  const school = {id: 'tenantT', accounts: ['acct_A']}
  const at = (id: string) => ({_type: 'reference', _ref: id})

  test.each([
    ['a delivery that was taken', {_type: 'webhookLog', status: 'success'}],
    ['one that failed: the money is there all the same', {_type: 'webhookLog', status: 'error'}],
    ['one of this school', {_type: 'webhookLog', status: 'success', school: at('tenantT')}],
    ['one of its account', {_type: 'webhookLog', status: 'success', details: {account: 'acct_A'}}],
    ['a run of the sync', {_type: 'passSync', school: at('tenantT')}],
  ])('is said by %s', (_, document) => {
    expect(paymentNews(document, school)).toEqual({payment: null, toldAt: null, run: null})
    expect(paymentNews(document, null)).not.toBeNull()
  })

  test.each([
    ['a delivery that has only begun', {_type: 'webhookLog', status: 'processing'}],
    ['one of another school', {_type: 'webhookLog', status: 'success', school: at('tenantU')}],
    ['one of another account', {_type: 'webhookLog', status: 'success', details: {account: 'acct_B'}}],
    ['a run of the sync at another school', {_type: 'passSync', school: at('tenantU')}],
    ['a pass', {_type: 'subscription', school: at('tenantT')}],
    ['a document that is gone', null],
  ])('is not said by %s', (_, document) => {
    expect(paymentNews(document, school)).toBeNull()
  })

  test('is said by any account where the school’s are not known', () => {
    const document = {_type: 'webhookLog', status: 'success', account: 'acct_B'}
    expect(paymentNews(document, {id: 'tenantT', accounts: []})).not.toBeNull()
  })

  test('says of which run of the sync it tells', () => {
    const state = {...emptySyncState('tenantT'), lastRun: {at: BEGAN, ended: 'done' as const, counts: COUNTS}}
    const {_type, fields} = syncDocument(state)
    expect(paymentNews({_type, ...fields}, school)).toEqual({payment: null, toldAt: null, run: BEGAN})
  })

  test('names the session that a webhook was told of, the platform’s or ours, and when', () => {
    const told = {payment: 'cs_live_1', toldAt: ENDED, run: null}
    expect(paymentNews(theirs('success', 3), school)).toEqual(told)
    expect(paymentNews(deliveryDocument(ours), school)).toEqual(told)
    expect(paymentNews(theirs('success', 3, {sessionId: 'pi_1'}), school)).toMatchObject({payment: null})
  })
})
