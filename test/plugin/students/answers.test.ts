import {expect, it} from 'vitest'
import type {Entitlement} from '../../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {answers} from '../../../plugin/core/reconcile/answers.ts'
import {entitlement, facts, NOON, student} from './people.ts'

const ada = student({id: 'ada', clerkId: 'user_ada'})

function failing(of: Partial<Entitlement>, known: Partial<Facts> = {}) {
  const {shown, bookable} = answers(
    entitlement({id: 'e1', student: 'ada', ...of}),
    facts({students: [ada], ...known}),
    NOON,
  )
  const names = (answer: typeof shown) => answer.clauses.filter(({holds}) => !holds).map(({clause}) => clause)
  return {shown: names(shown), booked: names(bookable)}
}

it('a good pass is seen and can be booked with', () => {
  expect(failing({})).toEqual({shown: [], booked: []})
  expect(failing({type: 'monthly', classesLeft: null})).toEqual({shown: [], booked: []})
})

it('a pass by the Clerk id is seen like one by the document', () => {
  expect(failing({student: 'user_ada'}).shown).toEqual([])
})

it('a pass of nobody is not seen', () => {
  expect(failing({student: null}).shown).toEqual(['student'])
  expect(failing({student: 'user_gone'}).shown).toEqual(['student'])
})

it('a pass that is switched off or over is not seen, nor one whose end cannot be read', () => {
  expect(failing({active: false}).shown).toEqual(['active'])
  expect(failing({ends: {text: 'then', at: NOON}}).shown).toEqual(['ends'])
  expect(failing({ends: {text: 'soon', at: null}}).shown).toEqual(['ends'])
})

it('a pass without school is seen where its pass is sold, a pass of another school is not', () => {
  const pass = {id: 'P2', school: 'tenantT'}
  const passes = [
    {
      ...pass,
      rev: 'r',
      updatedAt: NOON,
      name: 'Trial',
      type: 'multi',
      price: 250,
      validity: 'days',
      validityDays: 30,
      expiry: null,
      classesLimit: 10,
      active: true,
    },
  ]
  expect(failing({school: null}, {passes}).shown).toEqual([])
  expect(failing({school: null}).shown).toEqual(['school'])
  expect(failing({school: 'tenantU'}).shown).toEqual(['school'])
})

it('a used up pass, or one of a type that the site does not know, is seen but cannot be booked with', () => {
  expect(failing({classesLeft: 0})).toEqual({shown: [], booked: ['classes']})
  expect(failing({type: 'multi'})).toEqual({shown: [], booked: ['type']})
})
