import {describe, expect, it} from 'vitest'
import {held, only, sale, setup, theOnly} from './setup.ts'

describe('passes whose payment lies outside the period', () => {
  it('are asked for by their session, and the payment comes along', async () => {
    const old = sale({createdAt: '2025-10-01T10:00:00Z'})
    const {stream} = await setup({
      sessions: [old],
      documents: [held({_createdAt: '2025-10-01T10:01:00Z', stripeSessionId: old.id})],
    })
    const parts = await stream()
    expect(only(parts, 'payments').flatMap(({payments}) => payments.map(({id}) => id))).toEqual([old.id])
    expect(theOnly(parts, 'done')).toMatchObject({denied: [], unchecked: 0})
  })

  it('are asked for by their payment intent or charge where they carry nothing else', async () => {
    const old = sale({
      createdAt: '2025-10-01T10:00:00Z',
      paymentIntentId: 'pi_3OldIntent',
      chargeId: 'ch_3OldCharge',
    })
    for (const reference of ['pi_3OldIntent', 'ch_3OldCharge']) {
      const {stream} = await setup({sessions: [old], documents: [held({stripePaymentId: reference})]})
      const parts = await stream()
      expect(only(parts, 'payments').flatMap(({payments}) => payments.map(({id}) => id))).toEqual([old.id])
    }
  })

  it('are reported as denied only where Stripe denies every id they carry', async () => {
    const {stream} = await setup({
      documents: [
        held({stripeSessionId: 'cs_live_ada_lind', stripePaymentId: 'manual_1741600000'}),
        held({_id: 'sub2', stripePaymentId: 'pi_3NeverWas'}),
      ],
    })
    const {denied, unchecked} = theOnly(await stream(), 'done')
    expect(denied.toSorted()).toEqual(['cs_live_ada_lind', 'manual_1741600000', 'pi_3NeverWas'])
    expect(unchecked).toBe(0)
  })

  it('are asked for fifty at a time, and the others are counted', async () => {
    const documents = Array.from({length: 53}, (_, nth) =>
      held({_id: `sub-${nth}`, stripeSessionId: `cs_live_unknown${nth}`}),
    )
    const {stream} = await setup({documents})
    const done = theOnly(await stream(), 'done')
    expect(done.denied).toHaveLength(50)
    expect(done.unchecked).toBe(3)
  })

  it('are left alone when they ended, are inactive or belong to another school', async () => {
    const {stream} = await setup({
      documents: [
        held({_id: 'ended', stripeSessionId: 'cs_live_ended', endDate: '2026-01-01T10:00:00.000Z'}),
        held({_id: 'inactive', stripeSessionId: 'cs_live_inactive', isActive: false}),
        held({
          _id: 'elsewhere',
          stripeSessionId: 'cs_live_elsewhere',
          tenant: {_type: 'reference', _ref: 'tenantU'},
        }),
      ],
    })
    expect(theOnly(await stream(), 'done').denied).toEqual([])
  })

  it('are not asked for in the other mode, since a live key knows nothing of test sessions', async () => {
    const {stream} = await setup({documents: [held({stripeSessionId: 'cs_test_a1b2c3'})]})
    expect(theOnly(await stream(), 'done')).toMatchObject({denied: [], unchecked: 1})
  })
})
