import {describe, expect, test} from 'vitest'
import {toPayment} from '../../functions/stripe/to-payment.ts'
import {readScenarios} from './read-scenario.ts'

const [first] = readScenarios()
const session = first?.payments[0] ?? {}

type Json = Record<string, unknown>

function charged(changes: Json): Json {
  const charge = {
    id: 'ch_1',
    object: 'charge',
    amount: 200_000,
    amount_refunded: 0,
    refunded: false,
    created: 1_772_359_241,
    payment_intent: 'pi_1',
    disputed: false,
    application: null,
    ...changes,
  }
  return {...session, payment_intent: {id: 'pi_1', application: {id: 'ca_1'}, latest_charge: charge}}
}

describe('a Checkout Session as a fact', () => {
  test('is read once, in our words', () => {
    expect(toPayment(session, 'acct_A')).toMatchObject({
      account: 'acct_A',
      live: true,
      mode: 'payment',
      status: 'complete',
      paid: true,
      createdAt: 1_772_359_200_000,
      paidAt: 1_772_359_241_000,
      total: {minor: 200_000, currency: 'nok'},
      email: 'ada.lind@example.com',
      names: {sale: 'pass_purchase', pass: 'P3', clerkId: 'user_A', school: 'tenantT', finalPrice: 2000},
      lines: [{description: '10 Single Clip Card', quantity: 1, product: {pass: 'P3'}}],
      linesComplete: true,
      refunded: 0,
      dispute: null,
    })
  })

  test.each([
    ['id', {id: 5}],
    ['id', {id: undefined}],
    ['created', {created: null}],
    ['created', {created: 'yesterday'}],
    ['amount_total', {amount_total: null}],
    ['amount_total', {amount_total: 12.5}],
    ['currency', {currency: 'kroner'}],
    ['livemode', {livemode: undefined}],
    ['status', {status: 'odd'}],
    ['metadata', {metadata: 'x'}],
    ['line_items.data[0]', {line_items: {data: [7]}}],
  ])('a wrong %s is said, not thrown', (field, damage) => {
    expect(toPayment({...session, ...damage}, null)).toMatchObject({source: 'payment', field})
  })

  test.each([null, 'x', 7, []])('%s is no session', (value) => {
    expect(toPayment(value, null)).toEqual({source: 'payment', id: null, type: null, field: 'id'})
  })

  test('without metadata and line items nothing is named', () => {
    const payment = toPayment({...session, metadata: null, line_items: undefined}, null)
    expect(payment).toMatchObject({names: {sale: null, pass: null}, lines: [], linesComplete: false})
  })

  test('a card that is only saved has no amount', () => {
    const setup = {
      ...session,
      mode: 'setup',
      amount_total: null,
      currency: null,
      payment_status: 'no_payment_required',
    }
    expect(toPayment(setup, null)).toMatchObject({mode: 'setup', total: {minor: 0, currency: 'xxx'}})
  })

  test('with nothing to pay it is paid, and has no payment intent', () => {
    const free = {...session, amount_total: 0, payment_status: 'no_payment_required', payment_intent: null}
    expect(toPayment(free, null)).toMatchObject({
      paid: true,
      paymentIntent: null,
      charge: null,
      paidAt: 1_772_359_200_000,
    })
  })

  test('complete alone is not paid', () => {
    expect(toPayment({...session, payment_status: 'unpaid'}, null)).toMatchObject({
      status: 'complete',
      paid: false,
    })
  })

  test('a refund in full, in part', () => {
    expect(toPayment(charged({amount_refunded: 200_000}), null)).toMatchObject({fullyRefunded: true})
    expect(toPayment(charged({amount_refunded: 5}), null)).toMatchObject({refunded: 5, fullyRefunded: false})
  })

  test.each([
    [{disputed: true}, 'open'],
    [{disputed: true, dispute: {status: 'won'}}, 'won'],
    [{disputed: true, dispute: {status: 'warning_closed'}}, 'won'],
    [{disputed: true, dispute: {status: 'lost'}}, 'lost'],
    [{disputed: true, dispute: {status: 'needs_response'}}, 'open'],
    [{disputed: true, dispute: 'dp_1'}, 'open'],
  ])('%j is a dispute %s', (changes, dispute) => {
    expect(toPayment(charged(changes), null)).toMatchObject({dispute})
  })

  test('an application is known by its id, expanded or not', () => {
    expect(toPayment(charged({}), null)).toMatchObject({application: 'ca_1', chargePaymentIntent: 'pi_1'})
  })

  test('an upgrade of the oldest kind names its pass in other words', () => {
    const metadata = {
      type: 'pass_upgrade',
      subscriptionId: 'old',
      currentPassId: 'P2',
      newPassId: 'P3',
      userId: 'user_A',
      upgradeCost: '200',
    }
    expect(toPayment({...session, metadata}, null)).toMatchObject({
      names: {sale: 'pass_upgrade', pass: 'P3', upgradeFrom: 'old', upgradeCost: 200, school: null},
    })
  })

  test('a name as typed breaks no line and turns no direction of writing', () => {
    const customer_details = {name: 'Ada \u202E\u2066kr 0\nLind', email: 'ada.lind@example.com'}
    expect(toPayment({...session, customer_details}, 'acct_A')).toMatchObject({payerName: 'Ada kr 0 Lind'})
  })

  test('an email as typed is compared trimmed and in lower case', () => {
    const payment = toPayment({...session, customer_details: {email: ' Ada@Example.COM '}}, null)
    expect(payment).toMatchObject({email: 'ada@example.com', payerName: null})
  })
})
