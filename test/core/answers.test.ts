import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {answers} from '../../plugin/core/reconcile/answers.ts'
import {anEntitlement, aPass, NOW, someFacts, stored} from './build-facts.ts'

function failing(fields: Partial<Entitlement>, facts = someFacts()) {
  const {shown, bookable} = answers(anEntitlement(fields), facts, NOW)
  const failed = ({clauses}: typeof shown) => clauses.filter(({holds}) => !holds).map(({clause}) => clause)
  return {shown: failed(shown), bookable: failed(bookable)}
}

describe('what a student sees and can book with', () => {
  test('all clauses hold', () => {
    const {shown, bookable} = answers(anEntitlement(), someFacts(), NOW)
    expect([shown.yes, bookable.yes]).toEqual([true, true])
    expect(bookable.clauses.map(({clause}) => clause)).toEqual([
      'student',
      'active',
      'ends',
      'school',
      'type',
      'classes',
    ])
  })

  test.each<[string, Partial<Entitlement>, string]>([
    ['a reference to nobody', {student: 'gone'}, 'student'],
    ['inactive', {active: false}, 'active'],
    ['over', {ends: stored(NOW - DAY)}, 'ends'],
    ['an end that cannot be read', {ends: {text: 'soon', at: null}}, 'ends'],
    ['another school', {school: 'U'}, 'school'],
  ])('%s: neither seen nor booked with', (_, fields, clause) => {
    expect(failing(fields)).toEqual({shown: [clause], bookable: [clause]})
  })

  test.each<[string, Partial<Entitlement>, string[]]>([
    ['a raw pass type', {type: 'multi'}, ['type']],
    ['no classes left', {classesLeft: 0}, ['classes']],
    ['a single that was used', {type: 'single', classesLeft: 0}, ['classes']],
    ['a course that was used up', {type: 'multi-pass', classesLeft: 0}, ['classes']],
  ])('%s: seen, but not booked with', (_, fields, clauses) => {
    const {shown, bookable} = failing(fields)
    expect(shown).toEqual([])
    expect(bookable).toEqual(expect.arrayContaining(clauses))
  })

  test('unlimited needs no count, a Clerk id is a reference, a pass stands in for a missing school', () => {
    expect(failing({type: 'monthly', classesLeft: null, student: 'user_1', school: null})).toEqual({
      shown: [],
      bookable: [],
    })
    const elsewhere = someFacts({passes: [aPass({school: 'U'})]})
    expect(failing({school: null}, elsewhere).shown).toEqual(['school'])
  })
})
