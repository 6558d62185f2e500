import {describe, expect, test} from 'vitest'
import {DAY, HOUR} from '../../plugin/core/contract/instant.ts'
import {aPayment, aStudent, anEntitlement, BOUGHT, someNames, stored} from './build-facts.ts'
import {holding} from './holding.ts'
import {judged} from './judged.ts'

describe('another pass than was paid for', () => {
  const guessed = {
    pass: 'P1',
    passName: 'Drop-in Class',
    type: 'single',
    classesLeft: 1,
    ends: stored(BOUGHT + DAY),
    price: 250,
  }

  test('becomes the paid one in place, ids kept', () => {
    expect(holding(guessed)).toMatchObject({
      verdict: 'wrong_pass',
      reasons: ['other_pass'],
      confidence: 'certain',
      pass: 'P3',
      repair: {
        kind: 'correct',
        changes: [
          {
            patch: {
              id: 'sub1',
              set: {
                pass: 'P3',
                passName: '10 Single Clip Card',
                type: 'clipcard',
                classesLeft: 10,
                ends: BOUGHT + 90 * DAY,
                price: 2000,
              },
              unset: [],
            },
          },
        ],
      },
    })
  })

  test('a class used is not given back', () => {
    const {repair} = holding({...guessed, classesLeft: 0})
    expect(repair?.changes).toMatchObject([{patch: {set: {classesLeft: 9}}}])
  })

  test('unlimited carries no count', () => {
    const {repair} = holding(guessed, {pass: {type: 'unlimited', classesLimit: null}})
    expect(repair?.changes).toMatchObject([{patch: {set: {type: 'monthly'}, unset: ['classesLeft']}}])
  })

  test('waits while the paid pass gives no terms', () => {
    expect(holding(guessed, {pass: {type: 'subscription'}})).toMatchObject({
      verdict: 'wrong_pass',
      reasons: ['other_pass', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
  })

  test('upgraded in place is another pass on purpose', () => {
    const history = [{fromPass: 'P3', toPass: 'P1', session: 'cs_live_9'}]
    expect(holding({...guessed, upgradeHistory: history})).toMatchObject({
      verdict: 'matched',
      notes: expect.arrayContaining(['in_place_upgrade']),
    })
  })
})

describe('impossible terms of the right pass', () => {
  test('a raw pass type cannot be booked with', () => {
    expect(holding({type: 'multi'})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['type'],
      confidence: 'certain',
      repair: {kind: 'correct', changes: [{patch: {set: {type: 'clipcard', classesLeft: 10}}}]},
    })
  })

  test('bookings count as used where the count says less', () => {
    const bookings = [1, 2, 3].map((day) => ({student: 'user_1', type: 'single', at: BOUGHT + day * DAY}))
    const facts = {
      payments: [aPayment()],
      entitlements: [anEntitlement({type: 'single', classesLeft: 1})],
      bookings,
    }
    expect(judged(facts).repair?.changes).toMatchObject([{patch: {set: {type: 'clipcard', classesLeft: 7}}}])
  })

  test('bookings of another type, time or student do not count', () => {
    const bookings = [
      {student: 'u1', type: 'multi-pass', at: BOUGHT + DAY},
      {student: 'u1', type: 'clipcard', at: BOUGHT - DAY},
      {student: 'u2', type: 'clipcard', at: BOUGHT + DAY},
    ]
    const facts = {
      payments: [aPayment()],
      entitlements: [anEntitlement({type: 'single', classesLeft: 1})],
      bookings,
    }
    expect(judged(facts).repair?.changes).toMatchObject([{patch: {set: {classesLeft: 10}}}])
  })

  test('a card of ten that is only called single began with ten', () => {
    const {repair} = holding({type: 'single', classesLeft: 6})
    expect(repair?.changes).toMatchObject([{patch: {set: {type: 'clipcard', classesLeft: 6}}}])
  })

  test('a pass that changed since is judged by the type that was sold', () => {
    const changed = {pass: {type: 'unlimited', classesLimit: null, updatedAt: BOUGHT + DAY}}
    const sold = {payment: {names: someNames({passType: 'unlimited'})}}
    expect(holding({type: 'single', classesLeft: 1}, {...changed, ...sold})).toMatchObject({
      reasons: ['type'],
      confidence: 'certain',
    })
    expect(holding({type: 'single', classesLeft: 1}, changed)).toMatchObject({
      reasons: ['type'],
      confidence: 'check',
      repair: {kind: 'correct'},
    })
  })

  test.each([null, -1, 2.5])('%s classes are impossible', (classesLeft) => {
    expect(holding({classesLeft})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['classes'],
      confidence: 'certain',
    })
  })

  test('more than the limit is goodwill', () => {
    expect(holding({classesLeft: 12})).toMatchObject({verdict: 'matched', notes: ['more_than_limit']})
  })

  test.each([
    ['ends when it starts', stored(BOUGHT)],
    ['ended before it began', stored(BOUGHT - DAY)],
    ['ends at once', stored(BOUGHT + HOUR)],
    ['has an end that cannot be read', {text: 'soon', at: null}],
    ['has no end', null],
  ])('it %s', (_, ends) => {
    expect(holding({ends})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['dates'],
      confidence: 'certain',
      repair: {kind: 'correct', changes: [{patch: {set: {ends: BOUGHT + 90 * DAY}}}]},
    })
  })

  test('only the end that is wrong is set', () => {
    const {repair} = holding({ends: stored(BOUGHT)})
    expect(repair?.changes).toEqual([{patch: {id: 'sub1', set: {ends: BOUGHT + 90 * DAY}, unset: []}}])
  })

  test('a start that cannot be read is set, and the end is left', () => {
    const {repair} = holding({starts: {text: '1. mars', at: null}})
    expect(repair?.changes).toEqual([{patch: {id: 'sub1', set: {starts: BOUGHT}, unset: []}}])
  })

  test('shorter than the rule is left alone while the pass is as it was sold', () => {
    expect(holding({ends: stored(BOUGHT + 60 * DAY)})).toMatchObject({verdict: 'matched', notes: []})
  })

  test('shorter than a pass gives that changed since is for a person', () => {
    expect(holding({ends: stored(BOUGHT + 60 * DAY)}, {pass: {updatedAt: BOUGHT + DAY}})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['ended_early'],
      confidence: 'check',
      repair: {kind: 'correct', changes: [{patch: {set: {ends: BOUGHT + 90 * DAY}}}]},
    })
  })

  test('a name that is absent comes from the pass, exactly as stored', () => {
    const {verdict, reasons, repair} = holding({passName: ' '}, {pass: {name: '3 COURSE PASS '}})
    expect([verdict, reasons]).toEqual(['wrong_terms', ['name']])
    expect(repair?.changes).toMatchObject([{patch: {set: {passName: '3 COURSE PASS '}}}])
  })

  test('wrong dates of a pass that gives none wait', () => {
    expect(holding({ends: null}, {pass: {validityDays: null}})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['dates', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
  })
})

describe('right, but out of the student’s sight', () => {
  test('no school: seen only by the fallback', () => {
    expect(holding({school: null})).toMatchObject({
      verdict: 'hidden',
      reasons: ['school_absent'],
      confidence: 'certain',
      repair: {kind: 'correct', changes: [{patch: {id: 'sub1', set: {school: 'T'}, unset: []}}]},
    })
  })

  test('another school', () => {
    expect(holding({school: 'U'})).toMatchObject({
      verdict: 'hidden',
      reasons: ['school_other'],
      confidence: 'certain',
    })
  })

  test('what is over is not hidden', () => {
    expect(holding({school: null, ends: stored(BOUGHT + 2 * DAY)})).toMatchObject({verdict: 'matched'})
  })

  test('inactive without a reason: a person decides', () => {
    expect(holding({active: false})).toMatchObject({
      verdict: 'hidden',
      reasons: ['inactive'],
      confidence: 'check',
      repair: {kind: 'correct', changes: [{patch: {set: {active: true}}}]},
    })
  })

  test('inactive with a reason was somebody’s decision', () => {
    expect(holding({active: false, deactivationReason: 'moved away'})).toMatchObject({verdict: 'matched'})
  })

  test('a reference to somebody else, or to nobody', () => {
    const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})
    for (const student of ['u2', 'gone']) {
      const facts = {
        students: [aStudent(), bo],
        payments: [aPayment()],
        entitlements: [anEntitlement({student})],
      }
      expect(judged(facts)).toMatchObject({
        verdict: 'hidden',
        reasons: ['student_reference'],
        confidence: 'check',
        student: 'u1',
        repair: {kind: 'correct', changes: [{patch: {set: {student: 'u1'}}}]},
      })
    }
  })

  test('a reference to another document of the payer is the payer', () => {
    const students = [aStudent(), aStudent({id: 'u1b', school: null})]
    expect(
      judged({students, payments: [aPayment()], entitlements: [anEntitlement({student: 'u1b'})]}),
    ).toMatchObject({verdict: 'matched'})
  })

  test('a student whose role is pending: the school changes the role', () => {
    const students = [aStudent({role: 'pending'})]
    expect(judged({students, payments: [aPayment()], entitlements: [anEntitlement()]})).toMatchObject({
      verdict: 'hidden',
      reasons: ['student_pending'],
      confidence: 'check',
      repair: null,
    })
  })

  test('terms and school are put right together', () => {
    expect(holding({school: null, passName: null})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['name', 'school_absent'],
      repair: {changes: [{patch: {set: {passName: '10 Single Clip Card', school: 'T'}}}]},
    })
  })
})
