import {describe, expect, test} from 'vitest'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import {aPayment, anEntitlement, BOUGHT, byHand, stored} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

describe('granted by hand without ids', () => {
  test('linked, never granted again', () => {
    const entry = judged({payments: [aPayment()], entitlements: [byHand({createdAt: BOUGHT + 3 * DAY})]})
    expect(entry).toMatchObject({
      verdict: 'unlinked',
      reasons: ['same_student_and_pass'],
      confidence: 'likely',
      entitlements: ['hand1'],
      repair: {
        kind: 'link',
        changes: [
          {patch: {id: 'hand1', set: {session: 'cs_live_1', paymentIntent: 'pi_cs_live_1'}, unset: []}},
        ],
      },
    })
  })

  test('made-up and denied ids are no ids', () => {
    const made = byHand({session: 'cs_live_ada', paymentIntent: 'manual_123', createdAt: BOUGHT + DAY})
    const facts = {payments: [aPayment()], entitlements: [made]}
    expect(judged({...facts, denied: ['cs_live_ada']})).toMatchObject({verdict: 'unlinked'})
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'missing'})
  })

  test('as long as nobody asked for the id that it names, a pass of these days is a reason to look', () => {
    const near = (createdAt: number) => ({
      payments: [aPayment()],
      entitlements: [byHand({session: 'cs_live_ada', createdAt})],
    })
    for (const createdAt of [BOUGHT, BOUGHT + 14 * DAY]) {
      expect(entryOf('cs_live_1', near(createdAt), {now: BOUGHT + 20 * DAY})).toMatchObject({
        verdict: 'missing',
        reasons: ['nothing_granted', 'similar_entitlement'],
        confidence: 'check',
      })
    }
    for (const createdAt of [BOUGHT - 1, BOUGHT + 14 * DAY + 1]) {
      expect(entryOf('cs_live_1', near(createdAt), {now: BOUGHT + 20 * DAY})).toMatchObject({
        reasons: ['nothing_granted'],
        confidence: 'certain',
      })
    }
  })

  test('each payment looks at the passes made after it, whichever order they were read in', () => {
    const payments = [aPayment(), aPayment({id: 'cs_live_2', createdAt: BOUGHT + 40 * DAY})]
    const entitlements = [
      byHand({id: 'hand2', session: 'cs_live_b', createdAt: BOUGHT + 41 * DAY}),
      byHand({session: 'cs_live_a', createdAt: BOUGHT + DAY}),
    ]
    const certain = {confidence: 'certain'}
    const check = {confidence: 'check'}
    const at = {now: BOUGHT + 60 * DAY}
    expect(entryOf('cs_live_1', {payments, entitlements}, at)).toMatchObject(check)
    expect(entryOf('cs_live_2', {payments, entitlements}, at)).toMatchObject(check)
    const [later] = entitlements
    if (later === undefined) throw new Error('no later one')
    expect(entryOf('cs_live_1', {payments, entitlements: [later]}, at)).toMatchObject(certain)
  })

  test('outside the 14 days it is only similar: look before granting', () => {
    for (const createdAt of [BOUGHT - DAY, BOUGHT + 15 * DAY]) {
      const facts = {payments: [aPayment()], entitlements: [byHand({createdAt})]}
      expect(entryOf('cs_live_1', facts, {now: BOUGHT + 20 * DAY})).toMatchObject({
        verdict: 'missing',
        reasons: ['nothing_granted', 'similar_entitlement'],
        confidence: 'check',
      })
    }
  })

  test('made later it is similar, whatever its end says', () => {
    const late = byHand({createdAt: BOUGHT + 15 * DAY, ends: stored(BOUGHT - DAY)})
    expect(
      entryOf('cs_live_1', {payments: [aPayment()], entitlements: [late]}, {now: BOUGHT + 20 * DAY}).reasons,
    ).toEqual(['nothing_granted', 'similar_entitlement'])
  })

  test('one that was over before the payment is not similar', () => {
    const over = byHand({createdAt: BOUGHT - 90 * DAY, ends: stored(BOUGHT - DAY)})
    expect(judged({payments: [aPayment()], entitlements: [over]})).toMatchObject({confidence: 'certain'})
  })

  test('it belongs to the payment just before it, not to an older one', () => {
    const older = aPayment({id: 'cs_live_0', createdAt: BOUGHT - 5 * DAY})
    const facts = {payments: [older, aPayment()], entitlements: [byHand({createdAt: BOUGHT + MINUTE})]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked'})
    expect(entryOf('cs_live_0', facts)).toMatchObject({verdict: 'missing'})
  })

  test('also when one with the real ids is there but inactive', () => {
    const inactive = anEntitlement({active: false})
    const facts = {payments: [aPayment()], entitlements: [inactive, byHand({createdAt: BOUGHT + DAY})]}
    expect(judged(facts)).toMatchObject({verdict: 'unlinked', entitlements: ['sub1', 'hand1']})
  })

  test('filed under another school it is left to that school, and a reason to look', () => {
    const elsewhere = byHand({school: 'U', createdAt: BOUGHT + DAY})
    expect(judged({payments: [aPayment()], entitlements: [elsewhere]})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'similar_entitlement'],
      confidence: 'check',
      entitlements: [],
    })
    expect(judged({payments: [aPayment()], entitlements: [anEntitlement(), elsewhere]})).toMatchObject({
      verdict: 'matched',
      entitlements: ['sub1'],
    })
  })

  test('two that fit are for a person', () => {
    const hands = [byHand({createdAt: BOUGHT + DAY}), byHand({id: 'hand2', createdAt: BOUGHT + 2 * DAY})]
    expect(entryOf('cs_live_1', {payments: [aPayment()], entitlements: hands})).toMatchObject({
      verdict: 'unlinked',
      confidence: 'check',
    })
  })
})
