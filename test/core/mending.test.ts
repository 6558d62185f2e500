import {describe, expect, test} from 'vitest'
import {DAY, HOUR} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aStudent,
  anEntitlement,
  BOUGHT,
  NOW,
  OPENED,
  someNames,
  stored,
} from './build-facts.ts'
import {judged} from './judged.ts'

type Words = {held?: Partial<Entitlement>; pass?: Partial<Pass>; paid?: Partial<Payment>}

const dropIn = aPass({id: 'P1', name: 'Drop-in Class', type: 'single', price: 250, classesLimit: null})
const garbled = {text: 'soon', at: null}
const IN_ORDER = {verdict: 'matched', reasons: []}

/** The clip card that Ada bought and holds, but for these words. */
function entryOf({held = {}, pass = {}, paid = {}}: Words) {
  return judged({
    passes: [aPass(pass), dropIn],
    payments: [aPayment(paid)],
    entitlements: [anEntitlement(held)],
  })
}

function mended(words: Words) {
  const [change, ...others] = entryOf(words).repair?.changes ?? []
  if (change === undefined || !('patch' in change) || others.length > 0) throw new Error('not one patch')
  const {set, unset} = change.patch
  return {set, unset}
}

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
    expect(entryOf({paid: {names: someNames({pass: 'P_gone'})}})).toMatchObject({
      verdict: 'wrong_pass',
      reasons: ['other_pass', 'pass_deleted'],
      confidence: 'check',
      repair: null,
    })
    expect(entryOf({held: other, paid: {names: someNames({pass: null})}})).toMatchObject({
      verdict: 'wrong_pass',
      confidence: 'check',
      repair: {kind: 'correct'},
    })
  })
})

describe('type and classes', () => {
  test('are judged by the held pass where the payment names none', () => {
    const paid = {names: someNames({pass: null}), lines: []}
    expect(entryOf({paid, held: {pass: 'P1', passName: 'Drop-in Class'}})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['type'],
      repair: {changes: [{patch: {set: {type: 'single', classesLeft: 1}}}]},
    })
    expect(entryOf({paid, held: {pass: null, type: 'single'}})).toMatchObject(IN_ORDER)
    expect(entryOf({paid, held: {type: 'single'}})).toMatchObject({reasons: ['type']})
  })

  test('an unlimited one carries no count', () => {
    const pass = {type: 'unlimited', classesLimit: null}
    expect(mended({pass, held: {type: 'clipcard'}})).toEqual({set: {type: 'monthly'}, unset: ['classesLeft']})
    expect(mended({pass, held: {type: 'clipcard', classesLeft: null}})).toEqual({
      set: {type: 'monthly'},
      unset: [],
    })
    expect(entryOf({pass, held: {type: 'monthly', classesLeft: null}})).toMatchObject(IN_ORDER)
  })

  test('a wrong type says all that a wrong count would', () => {
    expect(entryOf({held: {type: 'single', classesLeft: null}}).reasons).toEqual(['type'])
  })

  test.each(['single', 'multi', 'multi-pass'])('a count that is none, on a pass of type %s', (type) => {
    const held = {single: 'single', multi: 'clipcard', 'multi-pass': 'multi-pass'}[type] ?? ''
    const due = type === 'single' ? 1 : 10
    for (const classesLeft of [null, 1.5]) {
      expect(entryOf({pass: {type}, held: {type: held, classesLeft}})).toMatchObject({
        verdict: 'wrong_terms',
        reasons: ['classes'],
        confidence: 'certain',
      })
    }
    expect(mended({pass: {type}, held: {type: held, classesLeft: null}}).set).toEqual({
      type: held,
      classesLeft: due,
    })
    expect(entryOf({pass: {type}, held: {type: held, classesLeft: 0}})).toMatchObject(IN_ORDER)
    expect(entryOf({pass: {type}, held: {type: held, classesLeft: -1}}).reasons).toEqual(['classes'])
  })

  test('a count or a type that is wrong on a pass which gives no terms waits', () => {
    const pass = {validityDays: null}
    expect(entryOf({pass, held: {classesLeft: null}})).toMatchObject({
      reasons: ['classes', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
    expect(entryOf({pass, held: {type: 'single', classesLeft: 1}})).toMatchObject({
      reasons: ['type', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
    const paid = {names: someNames({pass: null}), lines: []}
    expect(entryOf({paid, held: {pass: 'P_gone', classesLeft: null}})).toMatchObject({
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

describe('dates', () => {
  const DATES = {verdict: 'wrong_terms', reasons: ['dates'], confidence: 'certain'}
  const earnedEnd = BOUGHT + 90 * DAY

  test.each<[string, Partial<Entitlement>, object]>([
    ['a start that is absent', {starts: null}, {starts: BOUGHT}],
    ['an end that is absent', {ends: null}, {ends: earnedEnd}],
    ['an end that cannot be read', {ends: garbled}, {ends: earnedEnd}],
    ['neither', {starts: garbled, ends: garbled}, {starts: BOUGHT, ends: earnedEnd}],
    ['an end at its start', {ends: stored(BOUGHT)}, {ends: earnedEnd}],
    ['an end before its start', {ends: stored(BOUGHT - DAY)}, {ends: earnedEnd}],
    ['an end within an hour', {ends: stored(BOUGHT + HOUR)}, {ends: earnedEnd}],
    [
      'an end before a start that is absent',
      {starts: null, ends: stored(BOUGHT)},
      {starts: BOUGHT, ends: earnedEnd},
    ],
    [
      'a start at the end of what was earned',
      {starts: stored(earnedEnd), ends: stored(earnedEnd)},
      {starts: BOUGHT},
    ],
    [
      'a start an hour before the end of what was earned',
      {starts: stored(earnedEnd - HOUR), ends: stored(earnedEnd - HOUR)},
      {starts: BOUGHT, ends: earnedEnd},
    ],
    [
      'a start a little earlier',
      {starts: stored(earnedEnd - HOUR - 1), ends: stored(earnedEnd - HOUR - 1)},
      {ends: earnedEnd},
    ],
  ])('%s', (_, held, set) => {
    expect(entryOf({held})).toMatchObject(DATES)
    expect(mended({held})).toEqual({set, unset: []})
  })

  test('more than an hour of a pass for a day is a pass, however short', () => {
    expect(entryOf({held: {ends: stored(BOUGHT + HOUR + 1)}})).toMatchObject(IN_ORDER)
    expect(entryOf({pass: {validityDays: 1}, held: {ends: stored(BOUGHT + HOUR)}})).toMatchObject(DATES)
    const short = {validityDays: (DAY - 1) / DAY}
    expect(entryOf({pass: short, held: {ends: stored(BOUGHT + HOUR)}})).toMatchObject(IN_ORDER)
  })

  test('of a short pass the start that was given is kept', () => {
    const pass = {validityDays: 2 / 24}
    const late = stored(BOUGHT + 1.5 * HOUR)
    expect(mended({pass, held: {starts: late, ends: late}})).toEqual({
      set: {ends: BOUGHT + 2 * HOUR},
      unset: [],
    })
  })

  test('a day early is early only by more than a day, and only of a pass that changed', () => {
    const pass = {updatedAt: BOUGHT + 1}
    const early = (by: number) => ({pass, held: {ends: stored(earnedEnd - by)}})
    expect(entryOf(early(DAY + 1))).toMatchObject({reasons: ['ended_early'], confidence: 'check'})
    expect(entryOf(early(DAY))).toMatchObject(IN_ORDER)
    expect(entryOf({...early(2 * DAY), pass: {updatedAt: BOUGHT}})).toMatchObject(IN_ORDER)
    expect(entryOf({...early(2 * DAY), pass: {...pass, validityDays: null}})).toMatchObject(IN_ORDER)
  })

  test('an end that is put right no longer hides who may see it', () => {
    expect(entryOf({held: {ends: stored(BOUGHT), school: null}})).toMatchObject({
      reasons: ['dates', 'school_absent'],
      repair: {changes: [{patch: {set: {ends: earnedEnd, school: 'T'}}}]},
    })
    expect(entryOf({held: {passName: null, ends: stored(NOW - DAY), school: null}}).reasons).toEqual(['name'])
    const early = {pass: {updatedAt: NOW}, held: {ends: stored(NOW - DAY), school: null}}
    expect(entryOf(early).reasons).toEqual(['ended_early'])
  })
})

describe('the name', () => {
  test('that is blank comes from the pass, as long as that has one', () => {
    for (const passName of [null, '', '  ']) {
      expect(mended({held: {passName}, pass: {name: ' 10 Clips '}}).set).toEqual({passName: ' 10 Clips '})
    }
    for (const name of [null, '', '  ']) {
      expect(entryOf({held: {passName: null}, pass: {name}})).toMatchObject(IN_ORDER)
    }
    const unnamed = {names: someNames({pass: null}), lines: []}
    expect(entryOf({held: {passName: null, pass: null}, paid: unnamed})).toMatchObject(IN_ORDER)
  })
})

describe('whom it is for', () => {
  const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
  const reasons = (held: Partial<Entitlement>, paid: Partial<Payment>, people = students) =>
    judged({students: people, payments: [aPayment(paid)], entitlements: [anEntitlement(held)]}).reasons

  test('a product names the payer as well as a session does; an email does not', () => {
    const line = {description: null, quantity: 1, product: someNames()}
    const byProduct = {names: someNames({clerkId: null}), lines: [line]}
    expect(reasons({student: 'u2'}, byProduct)).toEqual(['student_reference'])
    expect(reasons({student: 'u2'}, {names: someNames({clerkId: null})})).toEqual([])
    expect(reasons({student: 'u9'}, {names: someNames({clerkId: null})})).toEqual(['student_reference'])
  })

  test('the payer’s own Clerk id is the payer, whether or not anybody has it', () => {
    const unknown = {names: someNames({clerkId: 'user_9'}), email: null}
    expect(reasons({student: 'user_9'}, unknown)).toEqual([])
    expect(reasons({student: 'user_8'}, unknown)).toEqual(['student_reference'])
    expect(reasons({student: 'u2'}, unknown)).toEqual([])
  })

  test('who pays is pending where the holder is nobody', () => {
    const pending = [aStudent({role: 'pending'})]
    expect(reasons({student: 'u9'}, {}, pending)).toEqual(['student_reference', 'student_pending'])
    expect(reasons({student: 'user_1'}, {}, pending)).toEqual(['student_pending'])
    const unknown = {names: someNames({clerkId: 'user_9'}), email: null}
    expect(reasons({student: 'u9'}, unknown, [])).toEqual(['student_reference'])
  })
})

describe('what a pass gives', () => {
  const granted = (pass: Partial<Pass>, paid: Partial<Payment> = {}) => {
    const {reasons, repair} = judged({passes: [aPass(pass)], payments: [aPayment(paid)]})
    const [change] = repair?.changes ?? []
    return change !== undefined && 'create' in change ? change.create.fields : reasons.at(-1)
  }
  const NOT = 'pass_not_grantable'

  test('every field of a grant, and none that nothing is known of', () => {
    expect(granted({})).toEqual({
      student: 'u1',
      school: 'T',
      type: 'clipcard',
      starts: BOUGHT,
      ends: BOUGHT + 90 * DAY,
      pass: 'P3',
      passName: '10 Single Clip Card',
      price: 2000,
      classesLeft: 10,
      active: true,
      session: 'cs_live_1',
      paymentIntent: 'pi_cs_live_1',
    })
    expect(granted({name: null})).not.toHaveProperty('passName')
  })

  test.each<[string, Partial<Pass>]>([
    ['no type', {type: null}],
    ['a type that only sounds like one', {type: 'toString'}],
    ['no limit', {classesLimit: null}],
    ['no classes', {classesLimit: 0}],
    ['half a class', {classesLimit: 2.5}],
    ['no days', {validityDays: null}],
    ['no time at all', {validityDays: 0}],
    ['less than no time', {validityDays: -1}],
    ['more days than there are dates', {validityDays: 1e9}],
    ['a date that is absent', {validity: 'date', expiry: null}],
    ['a date that cannot be read', {validity: 'date', expiry: garbled}],
    ['a date that was over when it was sold', {validity: 'date', expiry: stored(BOUGHT)}],
  ])('%s: nothing', (_, pass) => {
    expect(granted(pass)).toBe(NOT)
  })

  test('to the last moment that a date can hold', () => {
    const last = 8_640_000_000_000_000
    expect(granted({validity: 'date', expiry: stored(last)})).toMatchObject({ends: last})
  })

  test('of the type that was sold, where the pass changed since', () => {
    const sold = {...someNames(), passType: 'single'}
    const line = {description: null, quantity: 1, product: sold}
    const nameless = {...line, product: null}
    const lines = [nameless, line]
    const paid = {names: someNames({passType: null}), lines}
    expect(granted({updatedAt: BOUGHT + 1}, paid)).toMatchObject({type: 'single', classesLeft: 1})
    expect(granted({updatedAt: BOUGHT}, paid)).toMatchObject({type: 'clipcard'})
    expect(granted({updatedAt: OPENED}, paid)).toMatchObject({type: 'clipcard'})
    expect(granted({updatedAt: NOW}, {lines: [nameless]})).toMatchObject({type: 'clipcard'})
  })
})

describe('an entitlement of its own that was taken back is made active again', () => {
  const own = {id: 'subscription-cs_live_1', active: false, session: null, paymentIntent: null}
  const revived = (held: Partial<Entitlement>, pass: Partial<Pass> = {}) => {
    const {repair} = judged({
      passes: [aPass(pass)],
      payments: [aPayment()],
      entitlements: [anEntitlement({...own, ...held})],
    })
    const [change] = repair?.changes ?? []
    if (change === undefined || !('patch' in change)) throw new Error('no patch')
    return change.patch
  }
  const UNDONE = {session: 'cs_live_1', deactivationReason: 'undone'}
  const TRACES = ['deactivationReason', 'deactivatedBy', 'deactivatedAt']

  test('with its traces taken away, where it has any', () => {
    expect(revived(UNDONE)).toMatchObject({id: own.id, set: {active: true}, unset: TRACES})
    expect(revived({})).toMatchObject({id: own.id, set: {active: true, session: 'cs_live_1'}, unset: []})
  })

  test('whatever its id, if it carries the payment’s', () => {
    expect(revived({...UNDONE, id: 'sub1'})).toMatchObject({id: 'sub1', set: {active: true}})
  })

  test('used classes stay used, and an unlimited one has no count', () => {
    expect(revived({...UNDONE, classesLeft: 7}).set).toMatchObject({classesLeft: 7})
    const unlimited = {type: 'unlimited', classesLimit: null}
    expect(revived({...UNDONE, classesLeft: 7}, unlimited).unset).toEqual([...TRACES, 'classesLeft'])
    expect(revived({...UNDONE, classesLeft: null}, unlimited).unset).toEqual(TRACES)
    expect(revived({}, unlimited)).toMatchObject({unset: ['classesLeft']})
  })
})
