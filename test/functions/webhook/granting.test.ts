import {describe, expect, it} from 'vitest'
import {DAY, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import {held, NOW, sale} from '../setup.ts'
import {active, anEvent, setup} from './delivering.ts'

const justNow = new Date(NOW - MINUTE)
const paid = sale({createdAt: justNow, paymentIntentId: 'pi_3AdasClipCard', chargeId: 'ch_3AdasClipCard'})
const id = `subscription-${paid.id}`
const own = held({
  stripeSessionId: paid.id,
  _createdAt: toIso(NOW - MINUTE),
  startDate: toIso(NOW - MINUTE),
  endDate: toIso(NOW - MINUTE + 90 * DAY),
})

describe('a sale that Stripe tells of', () => {
  it('becomes a pass, one record and one note, without anybody at a screen', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    expect(await at.tell(event)).toEqual({event: event.id, result: 'written', reason: 'missing, written'})
    expect(at.document(id)).toMatchObject({
      user: {_ref: 'u1'},
      type: 'clipcard',
      remainingClips: 10,
      stripeSessionId: paid.id,
      isActive: true,
    })
    expect(at.document(`passRepair.${paid.id}.1`)).toMatchObject({
      kind: 'grant',
      actor: {id: 'webhook', name: 'Webhook', via: 'webhook'},
    })
    expect(at.ofType('webhookLog')).toMatchObject([
      {
        _id: `webhookLog.${event.id}`,
        eventType: 'checkout.session.completed',
        eventId: event.id,
        status: 'success',
        details: {sessionId: paid.id, account: 'acct_A', verdict: 'missing', outcome: 'written'},
        account: 'acct_A',
        livemode: true,
        school: {_ref: 'tenantT', _weak: true},
        source: 'stripe-passes',
      },
    ])
  })

  it('is noted without a word about whoever paid', async () => {
    const at = await setup({sessions: [paid]})
    await at.tell(anEvent({object: paid}))
    expect(JSON.stringify(at.ofType('webhookLog'))).not.toMatch(/Ada|Lind|example\.com|user_A|u1/)
    expect(at.lines).toMatchObject([
      {route: '/v1/stripe/webhook', actor: 'webhook', school: 'tenantT', result: 'written: missing, written'},
    ])
  })

  it('is a hint only: what the event claims is not believed', async () => {
    const open = sale({id: paid.id, status: 'open', createdAt: justNow})
    const at = await setup({sessions: [open]})
    const answer = await at.tell(anEvent({object: paid}))
    expect(answer).toMatchObject({result: 'noted', reason: 'excluded, in_order'})
    expect(at.ofType('subscription')).toEqual([])
  })

  it('doubled, one after the other, makes one pass, one record and a note an event', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    const other = anEvent({type: 'checkout.session.async_payment_succeeded', object: paid})
    const results: string[] = []
    for (const each of [event, event, other, event, other]) results.push((await at.tell(each)).result)
    expect(results).toEqual(['written', 'ignored', 'noted', 'ignored', 'ignored'])
    expect(at.ofType('subscription')).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
    expect(at.ofType('webhookLog').map(({status}) => status)).toEqual(['success', 'success'])
  })

  it('doubled at the same moment comes to the same', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    const other = anEvent({type: 'checkout.session.async_payment_succeeded', object: paid})
    at.lake.faults.delay({path: '/data/mutate/', milliseconds: 40, times: 30})
    const answers = await Promise.all([event, other, event, event, other].map((each) => at.tell(each)))
    expect(answers.filter(({result}) => result === 'written')).toHaveLength(1)
    expect(at.ofType('subscription')).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
    expect(at.ofType('webhookLog').map(({status}) => status)).toEqual(['success', 'success'])
  })

  it('told again when it is done asks Stripe nothing more', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    await at.tell(event)
    at.forgetCalls()
    expect(await at.tell(event)).toMatchObject({result: 'ignored', reason: 'done_before'})
    expect(at.stripe.ledger.requests).toEqual([])
  })

  it('that somebody granted meanwhile is in order', async () => {
    const at = await setup({sessions: [paid], documents: [own]})
    expect(await at.tell(anEvent({object: paid}))).toMatchObject({
      result: 'noted',
      reason: 'matched, in_order',
    })
    expect(at.ofType('passRepair')).toEqual([])
  })

  it('that a person must look at is noted, and nothing is written', async () => {
    const blocked = sale({createdAt: justNow, metadata: {...paid.metadata, passId: 'P6'}})
    const at = await setup({sessions: [blocked]})
    expect(await at.tell(anEvent({object: blocked}))).toMatchObject({
      result: 'noted',
      reason: 'missing, for_a_person',
    })
    expect(at.ofType('subscription')).toEqual([])
    expect(at.ofType('webhookLog')).toMatchObject([{status: 'success', details: {outcome: 'for_a_person'}}])
  })

  it('from before automatic writing was switched on waits for a person', async () => {
    const old = sale({createdAt: '2026-03-08T10:00:00Z'})
    const at = await setup({sessions: [old]})
    expect(await at.tell(anEvent({object: old}))).toMatchObject({reason: 'missing, paid_before'})
    expect(active(at)).toEqual([])
  })

  it('of a class, or of anything else that is no pass, leaves no note', async () => {
    const booking = sale({createdAt: justNow, metadata: {classId: 'class1'}, productMetadata: {}})
    const at = await setup({sessions: [booking]})
    expect(await at.tell(anEvent({object: booking}))).toMatchObject({
      result: 'ignored',
      reason: 'not_a_pass',
    })
    expect(at.ofType('webhookLog')).toEqual([])
  })
})

describe('where another webhook grants', () => {
  const environment = {WEBHOOK_WRITES: 'off'}

  it('a sale is noted only, and given the time to be granted', async () => {
    const at = await setup({sessions: [paid], environment})
    expect(await at.tell(anEvent({object: paid}))).toMatchObject({
      result: 'noted',
      reason: 'in_transit, in_order',
    })
    expect(at.ofType('subscription')).toEqual([])
    expect(at.ofType('passSync')).toEqual([])
    expect(at.ofType('webhookLog')).toMatchObject([{status: 'success', details: {verdict: 'in_transit'}}])
  })

  it('the same event sent again later says that it is missing, and still writes nothing', async () => {
    const at = await setup({sessions: [paid], environment})
    const event = anEvent({object: paid})
    await at.tell(event)
    at.now.at += 20 * MINUTE
    expect(await at.tell(event)).toMatchObject({result: 'noted', reason: 'missing, switched_off'})
    expect(at.ofType('subscription')).toEqual([])
  })
})

describe('money that comes later', () => {
  const open = sale({id: 'cs_live_debit', status: 'open', createdAt: justNow})

  it('is granted when it came, not when the checkout was completed', async () => {
    const at = await setup({sessions: [open]})
    const begun = await at.stripe.control.beginPayment(open.id)
    expect(await at.tell(begun)).toMatchObject({result: 'ignored', reason: 'not_paid'})
    const settled = await at.stripe.control.settlePayment(open.id, 'paid')
    expect(await at.tell(settled)).toMatchObject({result: 'written'})
    expect(active(at)).toMatchObject([{stripeSessionId: open.id}])
  })

  it('is not granted when it never came', async () => {
    const at = await setup({sessions: [open]})
    await at.stripe.control.beginPayment(open.id)
    const failed = await at.stripe.control.settlePayment(open.id, 'failed')
    expect(await at.tell(failed)).toMatchObject({result: 'ignored', reason: 'not_paid'})
    expect(active(at)).toEqual([])
  })

  it('is not granted when the checkout expired', async () => {
    const at = await setup({sessions: [open]})
    const expired = await at.stripe.control.expireCheckout(open.id)
    expect(await at.tell(expired)).toMatchObject({result: 'ignored', reason: 'not_paid'})
  })
})

describe('money that goes back', () => {
  it('whole ends the pass, found by its payment intent', async () => {
    const at = await setup({sessions: [paid], documents: [own]})
    const event = await at.stripe.control.refund(paid.id)
    expect(await at.tell(event)).toMatchObject({result: 'written', reason: 'refunded, written'})
    expect(at.document('sub1')).toMatchObject({isActive: false, deactivationReason: 'refunded'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({details: {sessionId: paid.id}})
  })

  it('whole ends no pass where the school does that itself', async () => {
    const at = await setup({sessions: [paid], documents: [own], environment: {AUTO_REVOKE: 'off'}})
    const event = await at.stripe.control.refund(paid.id)
    expect(await at.tell(event)).toMatchObject({result: 'noted', reason: 'refunded, revoke_off'})
    expect(active(at)).toHaveLength(1)
  })

  it('in part waits for a person', async () => {
    const at = await setup({sessions: [paid], documents: [own]})
    const event = await at.stripe.control.refund(paid.id, {amount: 1_000})
    expect(await at.tell(event)).toMatchObject({reason: 'refunded, for_a_person'})
    expect(active(at)).toHaveLength(1)
  })

  it('by a dispute waits for a person, open or lost', async () => {
    const at = await setup({sessions: [paid], documents: [own]})
    const opened = await at.stripe.control.dispute(paid.id)
    expect(await at.tell(opened)).toMatchObject({reason: 'refunded, for_a_person'})
    const lost = await at.stripe.control.dispute(paid.id, 'lost')
    expect(await at.tell(lost)).toMatchObject({reason: 'refunded, for_a_person'})
    expect(active(at)).toHaveLength(1)
  })

  it('and comes again, because the bank refused it, is judged by what Stripe says now', async () => {
    const at = await setup({sessions: [paid], documents: [own]})
    await at.stripe.control.refund(paid.id, {status: 'pending'})
    const failed = await at.stripe.control.settleRefund(paid.id, 'failed')
    expect(await at.tell(failed)).toMatchObject({result: 'noted', reason: 'matched, in_order'})
    expect(active(at)).toHaveLength(1)
  })

  it('told before the sale itself leads to no pass', async () => {
    const at = await setup({sessions: [paid]})
    await at.tell(await at.stripe.control.refund(paid.id))
    expect(await at.tell(anEvent({object: paid}))).toMatchObject({reason: 'matched, in_order'})
    expect(at.ofType('subscription')).toEqual([])
  })
})
