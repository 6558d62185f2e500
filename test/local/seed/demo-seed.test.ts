import {expect, test} from 'vitest'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {isMismatch, VERDICTS} from '../../../plugin/core/contract/verdict.ts'
import {demoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {FJORD, HAVN} from '../../../studio/local/seed/schools.ts'
import {factsOf} from './facts-of.ts'

const now = new Date('2026-03-10T12:00:00Z')

function setup(school = FJORD) {
  const seed = demoSeed({now})
  const facts = factsOf(seed, school.id)
  return {seed, facts, ...reconcile(facts, {now: now.getTime()})}
}

test('The same moment gives the same schools, to the last id.', () => {
  expect(demoSeed({now})).toEqual(demoSeed({now}))
})

test('Two starts on one day differ only in what happened minutes before.', () => {
  const evening = demoSeed({now: new Date('2026-03-10T20:00:00Z')})
  const morning = demoSeed({now: new Date('2026-03-10T08:00:00Z')})
  const held = (seed: typeof morning) => seed.documents.filter(({_type}) => _type === 'subscription')
  expect(held(evening).map(({startDate}) => startDate)).toEqual(held(morning).map(({startDate}) => startDate))
})

test('There are two schools, 40 students, the eight passes of the first, and about 150 payments of four months.', () => {
  const {seed} = setup()
  const count = (type: string) => seed.documents.filter(({_type}) => _type === type).length
  expect(count('tenant')).toBe(2)
  expect(count('user')).toBe(40)
  const passes = seed.documents.flatMap(({_type, tenant, name, type, price}) =>
    _type === 'pass' && JSON.stringify(tenant).includes(FJORD.id) ? [[name, type, price]] : [],
  )
  expect(passes).toEqual([
    ['Day Drop In', 'unlimited', 400],
    ['1 Course (8 weeks)', 'subscription', 1290],
    ['2 Course Pass', 'subscription', 2290],
    ['3 Course Pass', 'subscription', 2790],
    ['4 Course Pass', 'subscription', 3200],
    ['Open week Trial Pass', 'multi', 250],
    ['Drop-in Class', 'single', 250],
    ['10 Single Clip Card', 'multi', 2000],
  ])
  const created = seed.stripe.sessions.map((session) => session.created * 1000)
  expect(created.length).toBeGreaterThanOrEqual(140)
  expect(created.length).toBeLessThanOrEqual(160)
  expect(Math.min(...created)).toBeGreaterThan(now.getTime() - 123 * 86_400_000)
  expect(Math.max(...created)).toBeLessThan(now.getTime())
})

test('Every document has an id of its own, and every person is invented.', () => {
  const {seed} = setup()
  expect(new Set(seed.documents.map(({_id}) => _id)).size).toBe(seed.documents.length)
  const emails = JSON.stringify(seed).match(/[\w.+-]+@[\w.-]+/g) ?? []
  expect(emails.filter((email) => !email.endsWith('@example.com'))).toEqual([])
})

test('Every verdict occurs at the first school, and most is in order.', () => {
  const {entries, fault} = setup()
  expect(fault).toBeNull()
  expect(new Set(entries.map(({verdict}) => verdict))).toEqual(new Set(VERDICTS))
  const mismatches = entries.filter(({verdict}) => isMismatch(verdict))
  expect(mismatches.length).toBeLessThan(entries.length / 6)
})

test('Fifteen things are wrong at the first school, each in its own way.', () => {
  const {entries} = setup()
  const wrong = entries
    .filter(({verdict}) => isMismatch(verdict))
    .map(({verdict, confidence}) => [verdict, confidence])
  expect(wrong.map((words) => words.join(', ')).sort()).toEqual([
    'conflict, check',
    'duplicate, certain',
    'hidden, certain',
    'missing, certain',
    'missing, check',
    'refunded, certain',
    'unattributed, check',
    'unattributed, check',
    'unlinked, likely',
    'unpaid, check',
    'unpaid, check',
    'unreadable, check',
    'upgrade_incomplete, certain',
    'wrong_pass, certain',
    'wrong_terms, certain',
  ])
})

test('One student paid 250 kr for the Open week Trial Pass and has none; granting it is certain.', () => {
  const {seed, facts, entries} = setup()
  const trial = entries.filter(({verdict, pass}) => verdict === 'missing' && pass === 'pass-open-week-trial')
  expect(trial).toHaveLength(1)
  expect(trial[0]).toMatchObject({
    payment: seed.walk.session,
    student: seed.walk.student,
    confidence: 'certain',
    repair: {kind: 'grant'},
  })
  expect(facts.payments.find(({id}) => id === seed.walk.session)?.total).toEqual({
    minor: 25_000,
    currency: 'nok',
  })
})

test('A checkout was opened two hours before it was paid, and its pass counts from the opening.', () => {
  const {facts, entries} = setup()
  const late = facts.payments.filter(({createdAt, paidAt}) => paidAt - createdAt === 2 * 3_600_000)
  expect(late).toHaveLength(1)
  expect(entries.find(({payment}) => payment === late[0]?.id)).toMatchObject({verdict: 'matched'})
})

test('The second school has its own sales, one of them without a pass.', () => {
  const {entries} = setup(HAVN)
  expect(entries.filter(({verdict}) => isMismatch(verdict)).map(({verdict}) => verdict)).toEqual(['missing'])
})
