import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {planUndo, type Touched} from '../../plugin/core/reconcile/plan-undo.ts'
import {aPass, aRecord, anEntitlement, BOUGHT, NOW, someFacts, stored} from './build-facts.ts'

const NOBODY_HERE =
  'nobody at this school has this id: a student is known here by a pass, a payment, a class, or by a document of theirs that names the school'

const REQUEST = '0b7c5a1e-2f53-4c7b-9d70-7a1a9d0f6f11'
const GIVEN = `subscription-${REQUEST}`

describe('a pass that nobody paid for', () => {
  const choice = {student: 'u1', pass: 'P3', start: 'today'} as const
  const wish = {subject: {request: REQUEST}, kind: 'grant', choice, reason: 'prize'} as const
  const give = (more: object = {}, facts: Parameters<typeof someFacts>[0] = {}) =>
    planRepair(someFacts(facts), {...wish, ...more}, {now: NOW})

  test('is given from today on, marked as given, and named after the request', () => {
    expect(give()).toMatchObject({
      subject: {request: REQUEST},
      kind: 'grant',
      choice,
      reason: 'prize',
      verdict: 'unpaid',
      reasons: ['complimentary'],
      notes: [],
      confidence: 'check',
      payment: null,
      account: null,
      live: null,
      school: 'T',
      student: 'u1',
      entitlements: [],
      fixedEnd: false,
      revs: {},
      records: 0,
      at: NOW,
      changes: [
        {
          create: {
            id: GIVEN,
            fields: {
              student: 'u1',
              school: 'T',
              type: 'clipcard',
              starts: NOW,
              ends: NOW + 90 * DAY,
              pass: 'P3',
              passName: '10 Single Clip Card',
              price: 0,
              classesLeft: 10,
              active: true,
              complimentary: true,
              complimentaryReason: 'prize',
              complimentaryBy: '@actor',
              complimentaryAt: '@now',
              manuallyCreated: true,
              manualCreationReason: 'prize',
            },
          },
        },
      ],
    })
  })

  test('carries no name and no count where its pass has none, and ends on its pass’s date', () => {
    const passes = [aPass({name: null, type: 'unlimited', validity: 'date', expiry: stored(NOW + DAY)})]
    const given = give({}, {passes})
    if ('refused' in given) throw new Error(given.message)
    const [change] = given.changes
    expect(given.fixedEnd).toBe(true)
    expect(change).toMatchObject({create: {fields: {type: 'monthly', ends: NOW + DAY}}})
    expect(JSON.stringify(change)).not.toMatch(/passName|classesLeft/)
  })

  test('records of the same request are counted', () => {
    expect(give({}, {records: [aRecord({payment: null, entitlements: [GIVEN]})]})).toMatchObject({records: 1})
  })

  test.each<[string, object, object, string, string]>([
    ['another kind', {kind: 'link'}, {}, 'invalid_request', 'without a payment a pass can only be granted'],
    ['no reason', {reason: undefined}, {}, 'invalid_request', 'giving a pass away needs a reason'],
    ['no choice', {choice: undefined}, {}, 'invalid_request', 'nobody was named'],
    ['nobody', {choice: {...choice, student: 'u9'}}, {}, 'not_found', NOBODY_HERE],
    ['a Clerk id', {choice: {...choice, student: 'user_1'}}, {}, 'not_found', NOBODY_HERE],
    [
      'no pass',
      {choice: {...choice, pass: undefined}},
      {},
      'invalid_request',
      'no pass of this school with this id',
    ],
    [
      'another school’s pass',
      {},
      {passes: [aPass({school: 'U'})]},
      'invalid_request',
      'no pass of this school with this id',
    ],
    [
      'another day',
      {choice: {...choice, start: 'paid'}},
      {},
      'invalid_request',
      'what nobody paid for starts today',
    ],
    [
      'a pass that gives nothing',
      {},
      {passes: [aPass({type: 'subscription'})]},
      'not_repairable',
      'the pass gives nothing from today on',
    ],
    [
      'the same request again',
      {},
      {entitlements: [anEntitlement({id: GIVEN})]},
      'already_repaired',
      'this request was carried out already',
    ],
  ])('%s: refused', (_, more, facts, refused, message) => {
    expect(give(more, facts)).toEqual({refused, message})
  })
})

describe('taking a repair back', () => {
  const at = BOUGHT + DAY
  const undo = (touched: Touched[], facts: Parameters<typeof someFacts>[0] = {}) =>
    planUndo(someFacts({entitlements: [anEntitlement()], ...facts}), {record: {at}, touched}, {now: NOW})
  const corrected: Touched = {
    id: 'sub1',
    before: {type: 'single', remainingClips: 1, passName: null, tenant: undefined},
    after: {type: 'clipcard', remainingClips: 10},
    now: {_id: 'sub1', type: 'clipcard', remainingClips: 10, note: 'seen'},
  }

  test('restores the fields that it wrote, and takes away what was not there', () => {
    expect(undo([corrected])).toEqual({
      steps: [
        {restore: {id: 'sub1', set: {type: 'single', remainingClips: 1}, unset: ['passName', 'tenant']}},
      ],
    })
  })

  test('ends what it made, in the order of ids', () => {
    const made = (id: string): Touched => ({id, before: null, after: {isActive: true}, now: {isActive: true}})
    const ended = (id: string) => ({
      end: {
        patch: {
          id,
          set: {
            active: false,
            deactivationReason: 'undone',
            deactivatedBy: '@actor',
            deactivatedAt: '@now',
          },
          unset: [],
        },
      },
    })
    expect(undo([made('b'), made('a')])).toEqual({steps: [ended('a'), ended('b')]})
    expect(undo([made('a'), made('b')])).toEqual({steps: [ended('a'), ended('b')]})
  })

  test('is refused where the document is gone or a field differs, the first one named', () => {
    expect(undo([{...corrected, now: null}])).toEqual({usedSince: {entitlement: 'sub1', why: 'gone'}})
    expect(undo([{...corrected, now: {type: 'single', remainingClips: 9}}])).toEqual({
      usedSince: {entitlement: 'sub1', why: 'edited', field: 'remainingClips'},
    })
    expect(undo([{...corrected, after: {passName: null}, now: {}}])).toHaveProperty('steps')
    expect(undo([{...corrected, after: {passName: null}, now: {passName: 'x'}}])).toHaveProperty('usedSince')
  })

  test('is refused where a class was booked since, with the type it has or had', () => {
    const booked = (type: string | null, when: number, student = 'user_1', before = corrected.before) =>
      undo([{...corrected, before}], {bookings: [{student, type, at: when}]})
    const used = {usedSince: {entitlement: 'sub1', why: 'booked'}}
    expect(booked('clipcard', at)).toEqual(used)
    expect(booked('single', at + DAY)).toEqual(used)
    expect(booked(null, at + DAY)).toEqual(used)
    expect(booked('monthly', at + DAY)).toHaveProperty('steps')
    expect(booked('single', at + DAY, 'user_1', {type: 5})).toHaveProperty('steps')
    expect(booked('single', at + DAY, 'user_1', null)).toHaveProperty('steps')
    expect(booked('clipcard', at - 1)).toHaveProperty('steps')
    expect(booked('clipcard', at + DAY, 'u9')).toHaveProperty('steps')
    expect(undo([{...corrected, id: 'sub9'}], {bookings: [{student: 'u1', type: null, at}]})).toHaveProperty(
      'steps',
    )
  })
})
