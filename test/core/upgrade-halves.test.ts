import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {aPass, aPayment, aStudent, BOUGHT, byHand, NOW, OPENED, stored} from './build-facts.ts'
import {made as halfMade, names, old, passes, upgrade} from './an-upgrade.ts'
import {entryOf} from './judged.ts'

const made = {...halfMade, price: 2290}
const of = (facts: Parameters<typeof entryOf>[1]) =>
  entryOf('cs_live_2', {passes, payments: [upgrade], ...facts})

describe('an upgrade of which nothing was done', () => {
  test('waits where its pass was deleted or gives no terms', () => {
    const gone = {passes: passes.filter(({id}) => id !== 'P3'), entitlements: [old]}
    expect(of(gone)).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active', 'pass_deleted'],
      confidence: 'check',
      repair: null,
    })
    const unusable = {passes: [aPass({type: 'subscription'})], entitlements: [old]}
    expect(of(unusable)).toMatchObject({
      reasons: ['new_missing', 'old_active', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
  })

  test('with its time over, a person says from when it counts', () => {
    const short = [aPass({validityDays: 5}), aPass({id: 'P2', name: 'Trial'})]
    expect(of({passes: short, entitlements: [old]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active', 'expired_at_grant'],
      confidence: 'check',
      repair: {kind: 'choose', changes: [], choices: [{start: 'paid'}, {start: 'today'}]},
    })
  })

  test('with its money back is in order', () => {
    const refunded = aPayment({...upgrade, refunded: 200_000, fullyRefunded: true})
    expect(of({payments: [refunded], entitlements: [old]})).toMatchObject({
      verdict: 'matched',
      notes: ['refunded_nothing_granted'],
    })
  })

  test('is half done again once it was taken back', () => {
    const undone = {...made, active: false, deactivationReason: 'undone'}
    expect(of({entitlements: [old, undone]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active', 'undone'],
      repair: {changes: [{patch: {id: 'new', set: {active: true}}}, {patch: {id: 'old'}}]},
    })
  })

  test('without the old one a person looks', () => {
    expect(of({entitlements: []})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing'],
      confidence: 'check',
      repair: {kind: 'complete_upgrade'},
    })
  })

  test('whose or which is settled first', () => {
    const unknown = aPayment({...upgrade, names: {...names, clerkId: 'user_9'}, email: null})
    expect(of({payments: [unknown]})).toMatchObject({verdict: 'unattributed', reasons: ['no_student']})
    const nameless = aPayment({...upgrade, names: {...names, pass: null}, lines: []})
    expect(of({payments: [nameless], entitlements: [old]})).toMatchObject({
      verdict: 'unattributed',
      reasons: ['no_pass'],
    })
  })

  test('granted by hand it is linked', () => {
    const entitlements = [old, byHand({createdAt: BOUGHT + DAY, price: 2290})]
    expect(of({entitlements})).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
  })
})

describe('an upgrade of which one half was done', () => {
  test('ends the old one, and names the new pass as far as it is known', () => {
    const nameless = [aPass({name: null}), aPass({id: 'P2', name: 'Trial'})]
    const change = (entry: ReturnType<typeof of>) => entry.repair?.changes[0]
    expect(change(of({passes: nameless, entitlements: [old, made]}))).toEqual({
      patch: {id: 'old', set: {active: false, upgradedAt: '@now', upgradedToPass: 'P3'}, unset: []},
    })
    const unnamed = aPayment({...upgrade, names: {...names, pass: null}, lines: []})
    expect(change(of({payments: [unnamed], entitlements: [old, made]}))).toEqual({
      patch: {id: 'old', set: {active: false, upgradedAt: '@now'}, unset: []},
    })
    const gone = passes.filter(({id}) => id !== 'P3')
    expect(change(of({passes: gone, entitlements: [old, made]}))).toEqual({
      patch: {id: 'old', set: {active: false, upgradedAt: '@now', upgradedToPass: 'P3'}, unset: []},
    })
  })

  test('ends nobody’s pass while whose payment it is stays open', () => {
    for (const clerkId of [null, 'user_gone']) {
      const nobodys = aPayment({...upgrade, email: null, names: {...names, clerkId}})
      expect(of({payments: [nobodys], entitlements: [old, made]})).toMatchObject({
        verdict: 'upgrade_incomplete',
        reasons: ['old_active'],
        confidence: 'check',
        repair: null,
      })
    }
  })

  test('ends the payer’s pass only after a look where the new one is somebody else’s', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
    expect(of({students, entitlements: [old, {...made, student: 'u2'}]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      confidence: 'check',
      repair: {kind: 'complete_upgrade', changes: [{patch: {id: 'old'}}]},
    })
  })

  test('is completed in the same transaction as its second pass is ended', () => {
    const twice = (student: string) => [
      old,
      {...made, student},
      {...made, student, id: 'new2', createdAt: NOW - DAY},
    ]
    const entry = of({entitlements: twice('u1')})
    expect(entry).toMatchObject({verdict: 'duplicate', reasons: ['same_session', 'old_active']})
    expect(entry.repair?.changes).toMatchObject([{patch: {id: 'new2'}}, {patch: {id: 'old'}}])
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
    expect(of({students, entitlements: twice('u2')})).toMatchObject({reasons: ['same_session']})
  })

  test('puts right the new pass that is active, not one that is over', () => {
    const over = {...made, id: 'over', ends: stored(NOW - DAY), createdAt: BOUGHT, passName: null}
    expect(of({entitlements: [old, over, made]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['old_active'],
    })
  })

  test('is left alone where the new one was ended by hand', () => {
    const entitlements = [old, {...made, active: false, deactivationReason: 'moved away'}]
    expect(of({entitlements})).toMatchObject({verdict: 'matched'})
  })

  test('is left alone where the old document was itself made the new one', () => {
    const same = {...made, id: 'old'}
    expect(of({entitlements: [same]})).toMatchObject({verdict: 'matched', entitlements: ['old']})
  })

  test('is left alone where another document was upgraded in place', () => {
    const inPlace = {
      ...made,
      session: 'cs_live_1',
      upgradeHistory: [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_2'}],
    }
    expect(of({entitlements: [old, {...inPlace, paymentIntent: null}]})).toMatchObject({verdict: 'matched'})
    // Also where it is over, and a new one stands beside it.
    const over = {...inPlace, id: 'over', paymentIntent: null, ends: stored(NOW - DAY)}
    expect(of({entitlements: [old, over, made]})).toMatchObject({verdict: 'matched'})
  })
})

describe('what an upgrade is worth', () => {
  test('a price that is not named is not written', () => {
    const unpriced = aPayment({...upgrade, names: {...names, newPassPrice: null}})
    const [create] = of({payments: [unpriced], entitlements: [old]}).repair?.changes ?? []
    expect(create).toMatchObject({create: {fields: {upgradeCost: 2000, upgradedFrom: 'old'}}})
    expect(JSON.stringify(create)).not.toContain('"price"')
    const full = aPayment({...upgrade, names: {...names, newPassPrice: null, finalPrice: 2290}})
    expect(of({payments: [full], entitlements: [old]}).repair?.changes[0]).toMatchObject({
      create: {fields: {price: 2290}},
    })
  })

  test('what was charged differs from what it was said to cost', () => {
    const dear = aPayment({...upgrade, names: {...names, upgradeCost: 1500}})
    expect(of({payments: [dear], entitlements: [old]})).toMatchObject({
      reasons: ['new_missing', 'old_active', 'amount_differs'],
      confidence: 'check',
    })
  })

  test('a pass that ended before the upgrade is not ended again', () => {
    const over = {...old, ends: stored(NOW - DAY), active: false}
    const changes = of({entitlements: [over], passes: [aPass({updatedAt: OPENED}), ...passes]}).repair
      ?.changes
    expect(changes).toHaveLength(1)
  })
})
