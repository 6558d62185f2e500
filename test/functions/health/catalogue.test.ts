import {expect, it} from 'vitest'
import type {LakeDocument} from '../../../studio/local/lake/start-lake.ts'
import {examined} from './examining.ts'

function pass(words: Record<string, unknown>): LakeDocument {
  return {
    _id: 'P90',
    _type: 'pass',
    name: 'Summer Pass',
    type: 'multi',
    price: 900,
    validityType: 'days',
    validityDays: 30,
    classesLimit: 8,
    isActive: true,
    tenant: {_type: 'reference', _ref: 'tenantT'},
    ...words,
  }
}

it.each([
  ['of a type that nothing grants', 'pass_types', 'type_not_grantable', {type: 'subscription'}],
  ['without days', 'pass_validities', 'validity_absent', {validityDays: null}],
  ['without any validity', 'pass_validities', 'validity_absent', {validityType: null, validityDays: null}],
  ['that ends on no date', 'pass_validities', 'validity_absent', {validityType: 'date'}],
  ['without its number of classes', 'pass_limits', 'limit_absent', {classesLimit: null}],
  ['with no classes in it', 'pass_limits', 'limit_absent', {classesLimit: 0}],
  [
    'that is on sale after its own end',
    'pass_dates',
    'date_past',
    {validityType: 'date', expiryDate: '2026-02-28T23:59:59Z'},
  ],
] as const)('A pass %s is found before somebody buys it.', async (_which, id, finding, words) => {
  const {check} = await examined({documents: [pass(words)]})
  const found = await check(id)
  expect(found).toMatchObject({state: 'failing', finding, remedy: 'mend_pass'})
  expect(found.facts).toMatchObject({
    passes: expect.arrayContaining(['Summer Pass']),
    passIds: expect.arrayContaining(['P90']),
  })
})

it('Two passes with one name are found: a payment that names its pass by text alone would wait.', async () => {
  const {check} = await examined({documents: [pass({}), pass({_id: 'P91', name: ' Summer Pass '})]})
  expect(await check('pass_names')).toMatchObject({
    state: 'warning',
    finding: 'name_ambiguous',
    facts: {count: 2, passIds: ['P90', 'P91']},
    remedy: 'rename_pass',
  })
})

it.each([
  ['is no longer sold', {isActive: false}],
  ['is another school’s', {tenant: {_type: 'reference', _ref: 'tenantU'}}],
])('A pass that %s is not complained about.', async (_why, words) => {
  const {health} = await examined({documents: [pass({type: 'subscription', validityDays: null, ...words})]})
  const {checks} = await health()
  expect(JSON.stringify(checks)).not.toContain('P90')
})

it('A pass of one class needs no number, an unlimited one neither.', async () => {
  const {health} = await examined({
    documents: [
      pass({type: 'single', classesLimit: null}),
      pass({_id: 'P91', name: 'Month', type: 'unlimited', classesLimit: null}),
    ],
  })
  const {checks} = await health()
  expect(JSON.stringify(checks)).not.toMatch(/P9[01]/)
})

it('A pass without a name is told by its id.', async () => {
  const {check} = await examined({documents: [pass({name: null, type: 'subscription'})]})
  expect((await check('pass_types')).facts).toMatchObject({passes: expect.arrayContaining(['P90'])})
})
