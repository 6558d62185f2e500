import {describe, expect, test} from 'vitest'
import {DAY, HOUR} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {BOUGHT, NOW, someNames, stored} from './build-facts.ts'
import {garbled, holdingBut, IN_ORDER, mended} from './holding.ts'

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
    expect(holdingBut({held})).toMatchObject(DATES)
    expect(mended({held})).toEqual({set, unset: []})
  })

  test('more than an hour of a pass for a day is a pass, however short', () => {
    expect(holdingBut({held: {ends: stored(BOUGHT + HOUR + 1)}})).toMatchObject(IN_ORDER)
    expect(holdingBut({pass: {validityDays: 1}, held: {ends: stored(BOUGHT + HOUR)}})).toMatchObject(DATES)
    const short = {validityDays: (DAY - 1) / DAY}
    expect(holdingBut({pass: short, held: {ends: stored(BOUGHT + HOUR)}})).toMatchObject(IN_ORDER)
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
    expect(holdingBut(early(DAY + 1))).toMatchObject({reasons: ['ended_early'], confidence: 'check'})
    expect(holdingBut(early(DAY))).toMatchObject(IN_ORDER)
    expect(holdingBut({...early(2 * DAY), pass: {updatedAt: BOUGHT}})).toMatchObject(IN_ORDER)
    expect(holdingBut({...early(2 * DAY), pass: {...pass, validityDays: null}})).toMatchObject(IN_ORDER)
  })

  test('a pass for exactly a day does not end at once', () => {
    const aDay = {pass: {validityDays: 1}, held: {ends: stored(BOUGHT + HOUR / 2)}}
    expect(mended(aDay).set).toEqual({ends: BOUGHT + DAY})
  })

  test('an end that is put right may be over, and what is over is not hidden', () => {
    const over = {pass: {validityDays: 2}, held: {ends: null, school: null}}
    expect(holdingBut(over).reasons).toEqual(['dates'])
    expect(holdingBut({...over, held: {...over.held, type: 'multi'}}).reasons).toEqual(['type', 'dates'])
  })

  test('an end that is put right no longer hides who may see it', () => {
    expect(holdingBut({held: {ends: stored(BOUGHT), school: null}})).toMatchObject({
      reasons: ['dates', 'school_absent'],
      repair: {changes: [{patch: {set: {ends: earnedEnd, school: 'T'}}}]},
    })
    expect(holdingBut({held: {passName: null, ends: stored(NOW - DAY), school: null}}).reasons).toEqual([
      'name',
    ])
    const early = {pass: {updatedAt: NOW}, held: {ends: stored(NOW - DAY), school: null}}
    expect(holdingBut(early).reasons).toEqual(['ended_early'])
  })
})

describe('the name', () => {
  test('that is blank comes from the pass, as long as that has one', () => {
    for (const passName of [null, '', '  ']) {
      expect(mended({held: {passName}, pass: {name: ' 10 Clips '}}).set).toEqual({passName: ' 10 Clips '})
    }
    for (const name of [null, '', '  ']) {
      expect(holdingBut({held: {passName: null}, pass: {name}})).toMatchObject(IN_ORDER)
    }
    const unnamed = {names: someNames({pass: null}), lines: []}
    expect(holdingBut({held: {passName: null, pass: null}, paid: unnamed})).toMatchObject(IN_ORDER)
  })
})
