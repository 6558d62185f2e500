import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {aPass, aPayment, anEntitlement, BOUGHT, someNames, stored} from './build-facts.ts'
import {dropIn, garbled, holdingBut, IN_ORDER, mended} from './holding.ts'
import {judged} from './judged.ts'

describe('another pass than was paid for becomes the paid one', () => {
  const other = {pass: 'P1'}

  test('with everything that differs, and nothing else', () => {
    expect(mended({held: other})).toEqual({set: {pass: 'P3', type: 'clipcard', classesLeft: 10}, unset: []})
    const guessed = {type: 'single', passName: 'Drop-in Class', price: 250, classesLeft: 1}
    expect(mended({held: {...other, ...guessed, ends: stored(BOUGHT + DAY)}})).toEqual({
      set: {
        pass: 'P3',
        type: 'clipcard',
        classesLeft: 10,
        passName: '10 Single Clip Card',
        price: 2000,
        ends: BOUGHT + 90 * DAY,
      },
      unset: [],
    })
  })

  test('an unlimited one loses its count', () => {
    const pass = {type: 'unlimited', classesLimit: null}
    expect(mended({held: other, pass})).toEqual({set: {pass: 'P3', type: 'monthly'}, unset: ['classesLeft']})
    expect(mended({held: {...other, classesLeft: null}, pass})).toEqual({
      set: {pass: 'P3', type: 'monthly'},
      unset: [],
    })
  })

  test('a pass without a name gives none, and an upgrade without a price neither', () => {
    expect(mended({held: {...other, passName: 'Guessed'}, pass: {name: null}}).set).not.toHaveProperty(
      'passName',
    )
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'sub0'})
    expect(mended({held: {...other, price: 250}, paid: {names}}).set).not.toHaveProperty('price')
  })

  test.each<[string, Partial<Entitlement>, object]>([
    ['a start that is absent', {starts: null}, {starts: BOUGHT}],
    ['a start that cannot be read', {starts: garbled}, {starts: BOUGHT}],
    ['an end that is absent', {ends: null}, {ends: BOUGHT + 90 * DAY}],
    ['an end that cannot be read', {ends: garbled}, {ends: BOUGHT + 90 * DAY}],
    ['an end more than a day off', {ends: stored(BOUGHT + 91 * DAY + 1)}, {ends: BOUGHT + 90 * DAY}],
    ['an end a day off', {ends: stored(BOUGHT + 91 * DAY)}, {}],
    ['an end a day early', {ends: stored(BOUGHT + 89 * DAY)}, {}],
    [
      'a start at the end of what was earned',
      {starts: stored(BOUGHT + 90 * DAY), ends: stored(BOUGHT + 90 * DAY)},
      {starts: BOUGHT},
    ],
    ['a start just before it', {starts: stored(BOUGHT + 90 * DAY - 1)}, {}],
  ])('%s', (_, held, dates) => {
    const {set} = mended({held: {...other, ...held}})
    expect(set).toEqual({pass: 'P3', type: 'clipcard', classesLeft: 10, ...dates})
  })

  test('of a pass for a day, an end at or before its start is wrong', () => {
    const pass = {validityDays: 1}
    const dates = (held: Partial<Entitlement>) => {
      const {starts, ends} = mended({held: {...other, ...held}, pass}).set
      return {starts, ends}
    }
    const noon = stored(BOUGHT + DAY / 2)
    expect(dates({starts: noon, ends: noon})).toEqual({ends: BOUGHT + DAY})
    expect(dates({starts: noon, ends: stored(BOUGHT + DAY / 2 + 1)})).toEqual({})
    expect(dates({starts: null, ends: stored(BOUGHT)})).toEqual({starts: BOUGHT, ends: BOUGHT + DAY})
  })

  test('that was deleted since, or is known by its text only: a person looks', () => {
    expect(holdingBut({paid: {names: someNames({pass: 'P_gone'})}})).toMatchObject({
      verdict: 'wrong_pass',
      reasons: ['other_pass', 'pass_deleted'],
      confidence: 'check',
      repair: null,
    })
    expect(holdingBut({held: other, paid: {names: someNames({pass: null})}})).toMatchObject({
      verdict: 'wrong_pass',
      confidence: 'check',
      repair: {kind: 'correct'},
    })
  })
})

describe('type and classes', () => {
  test('are judged by the held pass where the payment names none', () => {
    const paid = {names: someNames({pass: null}), lines: []}
    expect(holdingBut({paid, held: {pass: 'P1', passName: 'Drop-in Class'}})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['type'],
      repair: {changes: [{patch: {set: {type: 'single', classesLeft: 1}}}]},
    })
    expect(holdingBut({paid, held: {pass: null, type: 'single'}})).toMatchObject(IN_ORDER)
    expect(holdingBut({paid, held: {type: 'single'}})).toMatchObject({reasons: ['type']})
  })

  test('an unlimited one carries no count', () => {
    const pass = {type: 'unlimited', classesLimit: null}
    expect(mended({pass, held: {type: 'clipcard'}})).toEqual({set: {type: 'monthly'}, unset: ['classesLeft']})
    expect(mended({pass, held: {type: 'clipcard', classesLeft: null}})).toEqual({
      set: {type: 'monthly'},
      unset: [],
    })
    expect(holdingBut({pass, held: {type: 'monthly', classesLeft: null}})).toMatchObject(IN_ORDER)
  })

  test('a wrong type says all that a wrong count would', () => {
    expect(holdingBut({held: {type: 'single', classesLeft: null}}).reasons).toEqual(['type'])
  })

  test.each(['single', 'multi', 'multi-pass'])('a count that is none, on a pass of type %s', (type) => {
    const held = {single: 'single', multi: 'clipcard', 'multi-pass': 'multi-pass'}[type] ?? ''
    const due = type === 'single' ? 1 : 10
    for (const classesLeft of [null, 1.5]) {
      expect(holdingBut({pass: {type}, held: {type: held, classesLeft}})).toMatchObject({
        verdict: 'wrong_terms',
        reasons: ['classes'],
        confidence: 'certain',
      })
    }
    expect(mended({pass: {type}, held: {type: held, classesLeft: null}}).set).toEqual({
      type: held,
      classesLeft: due,
    })
    expect(holdingBut({pass: {type}, held: {type: held, classesLeft: 0}})).toMatchObject(IN_ORDER)
    expect(holdingBut({pass: {type}, held: {type: held, classesLeft: -1}}).reasons).toEqual(['classes'])
  })

  test('a count or a type that is wrong on a pass which gives no terms waits', () => {
    const pass = {validityDays: null}
    expect(holdingBut({pass, held: {classesLeft: null}})).toMatchObject({
      reasons: ['classes', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
    expect(holdingBut({pass, held: {type: 'single', classesLeft: 1}})).toMatchObject({
      reasons: ['type', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
    const paid = {names: someNames({pass: null}), lines: []}
    expect(holdingBut({paid, held: {pass: 'P_gone', classesLeft: null}})).toMatchObject({
      reasons: ['classes', 'pass_deleted'],
    })
  })

  test('bookings count in the time of the held or of the earned pass, whichever is wider', () => {
    const left = (at: number, held: Partial<Entitlement> = {}) => {
      const [change] =
        judged({
          payments: [aPayment()],
          entitlements: [anEntitlement({type: 'single', classesLeft: 1, ...held})],
          bookings: [{student: 'user_1', type: 'clipcard', at}],
        }).repair?.changes ?? []
      return change !== undefined && 'patch' in change ? change.patch.set.classesLeft : null
    }
    expect([left(BOUGHT - 1), left(BOUGHT), left(BOUGHT + 90 * DAY), left(BOUGHT + 90 * DAY + 1)]).toEqual([
      10, 9, 9, 10,
    ])
    const wide = {starts: stored(BOUGHT - DAY), ends: stored(BOUGHT + 95 * DAY)}
    expect([left(BOUGHT - DAY, wide), left(BOUGHT + 95 * DAY, wide)]).toEqual([9, 9])
    const narrow = {starts: stored(BOUGHT + DAY), ends: stored(BOUGHT + 80 * DAY)}
    expect([left(BOUGHT, narrow), left(BOUGHT + 90 * DAY, narrow)]).toEqual([9, 9])
    expect(left(BOUGHT, {starts: null, ends: null})).toBe(9)
  })

  test('what a single or an unlimited pass began with', () => {
    const used = (held: Partial<Entitlement>, id = 'P1') =>
      judged({
        passes: [aPass(), dropIn, aPass({id: 'P7', type: 'unlimited', classesLimit: 5})],
        payments: [aPayment()],
        entitlements: [anEntitlement({pass: id, ...held})],
      }).repair?.changes[0]
    const classes = (left: number) => ({patch: {set: {classesLeft: left}}})
    expect(used({type: 'clipcard', classesLeft: 0})).toMatchObject(classes(9))
    expect(used({type: 'clipcard', classesLeft: 0}, 'P7')).toMatchObject(classes(10))
    expect(used({type: 'clipcard', classesLeft: null})).toMatchObject(classes(10))
  })
})
