import {expect, it} from 'vitest'
import {MINUTE} from '../../plugin/core/contract/instant.ts'
import {odd, tove} from './people.ts'
import {previewOf} from './repairing.ts'
import {NOW, REPAIRS, sale} from './setup.ts'
import {schedulerSecret, SYNC} from './sync/syncing.ts'
import {active, anEvent, setup} from './webhook/delivering.ts'

const ROUNDS = 5
const WITH_SYNC = {environment: {SYNC_SECRET: schedulerSecret}}

/** Paid a quarter of an hour ago, after writing by itself was switched on; whoever waits for others has waited. */
async function paidAndForgotten() {
  const at = await setup({...WITH_SYNC})
  await at.send(SYNC, {as: schedulerSecret, body: {schools: ['tenantT'], write: true}})
  const paid = sale({createdAt: new Date(NOW + MINUTE), paymentIntentId: 'pi_3AdasClipCard'})
  await at.stripe.control.sell(paid)
  at.now.at += 16 * MINUTE
  return {at, paid}
}

it.each(Array.from({length: ROUNDS}, (_, nth) => nth + 1))(
  'Two people, the webhook twice and the sync want the same payment granted at once: it is granted once (%i)',
  async () => {
    const {at, paid} = await paidAndForgotten()
    const wish = {subject: {payment: paid.id}, kind: 'grant'} as const
    const {plan} = await previewOf(at, wish)
    const event = anEvent({object: paid})
    const answers = await Promise.all([
      at.send(REPAIRS, {body: {...wish, plan}, as: tove}),
      at.send(REPAIRS, {body: {...wish, plan}, as: odd}),
      at.deliver(event),
      at.send(SYNC, {as: schedulerSecret, body: {schools: ['tenantT'], write: true}}),
      at.deliver(event),
    ])
    const [first, second, ...robots] = answers.map(({status}) => status)
    // A person is told that it is done, or that somebody was faster; Stripe is never told to come again.
    expect([200, 409]).toContain(first)
    expect([200, 409]).toContain(second)
    expect(robots).toEqual([200, 200, 200])
    expect(active(at)).toMatchObject([{_id: `subscription-${paid.id}`, stripeSessionId: paid.id}])
    expect(at.ofType('passRepair')).toMatchObject([{kind: 'grant', payment: paid.id}])
  },
)
