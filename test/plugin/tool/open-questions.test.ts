import {expect, it} from 'vitest'
import {answersAll, asksAnything, openQuestions} from '../../../plugin/tool/parts/open-questions.ts'
import type {Proposal} from '../../../plugin/core/contract/repair.ts'
import type {Reason} from '../../../plugin/core/contract/verdict.ts'

function open(reasons: Reason[], choices: Proposal['choices'] = []) {
  return openQuestions({reasons, repair: {kind: 'choose', changes: [], choices}})
}

it('asks for the student and for the pass apart, each with its own candidates', () => {
  const both = open(['ambiguous_student', 'ambiguous_pass'], [{student: 'a'}, {student: 'b'}, {pass: 'p'}])
  expect(both.student).toEqual({candidates: ['a', 'b'], isFree: true})
  expect(both.pass).toEqual({candidates: ['p'], isFree: true})
  expect(answersAll(both, {student: 'a'})).toBe(false)
  expect(answersAll(both, {student: 'a', pass: 'p'})).toBe(true)
})

it('where nothing names a pass, any pass of the school may be chosen', () => {
  expect(open(['no_pass']).pass).toEqual({candidates: [], isFree: true})
})

it('where two documents are one person, only one of these two may be chosen', () => {
  const split = open(['split_identity'], [{student: 'a'}, {student: 'b'}])
  expect(split.student).toEqual({candidates: ['a', 'b'], isFree: false})
})

it('asks from when on where the earned time is over', () => {
  const over = open(['expired_at_grant'], [{start: 'paid'}, {start: 'today'}])
  expect(over).toEqual({student: null, pass: null, start: ['paid', 'today']})
  expect(answersAll(over, {start: 'paid'})).toBe(true)
})

it('where two schools claim the money there is nothing to choose', () => {
  expect(asksAnything(open(['account_of_other_school']))).toBe(false)
})
