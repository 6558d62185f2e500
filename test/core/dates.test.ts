import {describe, expect, test} from 'vitest'
import {DAY, HOUR} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {aPass, aPayment, anEntitlement, BOUGHT, NOW, someNames, stored} from './build-facts.ts'
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
