import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Names, Payment, PaymentLine} from '../../plugin/core/contract/payment.ts'
import {aPass, aPayment, aStudent, OPENED, someNames, NO_NAMES} from './build-facts.ts'
import {judged} from './judged.ts'

const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})

function lineOf(product: Partial<Names>, description: string | null = null): PaymentLine {
  return {description, quantity: 1, product: {...NO_NAMES, ...product}}
}

describe('whose a payment is', () => {
  const anonymous = {names: someNames({clerkId: null})}

  test('products that name two people leave it to a person, and those who exist to choose from', () => {
    const lines = [lineOf({clerkId: 'user_1'}), lineOf({clerkId: 'user_2'}), lineOf({clerkId: 'user_9'})]
    expect(judged({students: [aStudent(), bo], payments: [aPayment({...anonymous, lines})]})).toMatchObject({
      verdict: 'unattributed',
      reasons: ['ambiguous_student'],
      student: null,
      repair: {choices: [{student: 'u1'}, {student: 'u2'}]},
    })
  })

  test('the session’s own name stands above the products’', () => {
    const lines = [lineOf({clerkId: 'user_2'})]
    const entry = judged({students: [aStudent(), bo], payments: [aPayment({lines})]})
    expect(entry).toMatchObject({student: 'u1', reasons: ['nothing_granted']})
    expect(entry.evidence).toContainEqual({kind: 'student_named', by: 'metadata'})
  })

  test('how it was known is kept', () => {
    const evidence = (paid: Partial<Payment>) => judged({payments: [aPayment(paid)]}).evidence
    const named = (clerkId: string | null, pass: string | null) => someNames({clerkId, pass})
    const lines = [lineOf({clerkId: 'user_1', pass: 'P3'})]
    expect(evidence({names: named(null, null), lines})).toEqual([
      {kind: 'student_named', by: 'product'},
      {kind: 'pass_named', by: 'product'},
      {kind: 'amount_equal'},
    ])
    expect(evidence({names: named(null, null)})).toEqual([
      {kind: 'student_named', by: 'email'},
      {kind: 'pass_named', by: 'line_item'},
      {kind: 'amount_equal'},
    ])
  })

  test('a user whom nobody has, without an email or with one that nobody has, is nobody', () => {
    const choices = {verdict: 'unattributed', reasons: ['no_student'], repair: {choices: []}}
    const names = someNames({clerkId: 'user_9'})
    for (const email of [null, 'nobody@example.com']) {
      expect(judged({payments: [aPayment({names, email})]})).toMatchObject(choices)
      expect(judged({payments: [aPayment({...anonymous, email})]})).toMatchObject(choices)
    }
    const emailless = [aStudent({email: null})]
    expect(judged({students: emailless, payments: [aPayment({...anonymous, email: null})]})).toMatchObject(
      choices,
    )
  })

  test('several documents of one person are one person, this school’s own first, then the oldest', () => {
    const documents = [
      aStudent({id: 'uC', school: null, createdAt: OPENED - DAY}),
      aStudent({id: 'uB', createdAt: OPENED + DAY}),
      aStudent({id: 'uA', createdAt: OPENED + DAY}),
      aStudent({id: 'uD', createdAt: OPENED + 2 * DAY}),
    ]
    for (const students of [documents, documents.toReversed()]) {
      expect(judged({students, payments: [aPayment()]})).toMatchObject({verdict: 'missing', student: 'uA'})
      expect(judged({students, payments: [aPayment(anonymous)]})).toMatchObject({student: 'uA'})
      expect(
        judged({students: students.filter(({school}) => school !== 'T'), payments: [aPayment()]}),
      ).toMatchObject({
        student: 'uC',
      })
    }
  })

  test('those who share an email are offered oldest first, twins by their ids', () => {
    const sharing = [
      aStudent({id: 'uB', clerkId: 'b', createdAt: OPENED}),
      aStudent({id: 'uA', clerkId: 'a', createdAt: OPENED}),
      aStudent({id: 'uZ', clerkId: 'z', createdAt: OPENED - DAY}),
    ]
    for (const students of [sharing, sharing.toReversed()]) {
      expect(judged({students, payments: [aPayment(anonymous)]}).repair?.choices).toEqual([
        {student: 'uZ'},
        {student: 'uA'},
        {student: 'uB'},
      ])
    }
  })
})

describe('which pass was paid for', () => {
  test('products that name two leave it to a person', () => {
    const lines = [lineOf({pass: 'P9'}), lineOf({pass: 'P3'})]
    expect(judged({payments: [aPayment({names: someNames({pass: null}), lines})]})).toMatchObject({
      reasons: ['ambiguous_pass'],
      pass: null,
      repair: {choices: [{pass: 'P3'}, {pass: 'P9'}]},
    })
  })

  test('a text names a pass whatever its spaces and case, and no text names one without a name', () => {
    const text = (description: string | null, name: string | null = ' 10 Single Clip Card ') =>
      judged({
        passes: [aPass({name})],
        payments: [aPayment({names: someNames({pass: null}), lines: [lineOf({}, description)]})],
      })
    expect(text('10 Single Clip Card')).toMatchObject({pass: 'P3'})
    expect(text(' 10 single CLIP card')).toMatchObject({pass: 'P3'})
    for (const name of [null, '', ' ']) {
      for (const description of [null, '', ' ', 'null']) {
        expect(text(description, name)).toMatchObject({reasons: ['no_pass'], pass: null})
      }
    }
  })

  test('that it was deleted is said beside who is not known', () => {
    const names = someNames({clerkId: 'user_9', pass: 'P_gone'})
    expect(judged({payments: [aPayment({names, email: null})]}).reasons).toEqual([
      'no_student',
      'pass_deleted',
    ])
  })

  test('a product that names a class and no pass is a booking; one that names both is a pass', () => {
    const names = {...NO_NAMES, clerkId: 'user_1', school: 'T'}
    const verdict = (product: Partial<Names>, sale: string | null = null) =>
      judged({
        payments: [aPayment({names: {...names, sale}, lines: [lineOf(product, '10 Single Clip Card')]})],
      }).verdict
    expect(verdict({classBooking: 'class-1'})).toBe('excluded')
    expect(verdict({classBooking: 'class-1', pass: 'P3'})).toBe('missing')
    expect(verdict({classBooking: 'class-1'}, 'pass_purchase')).toBe('missing')
    const booking = aPayment({names: {...names, classBooking: 'class-1'}, lines: [lineOf({pass: 'P3'})]})
    expect(judged({payments: [booking]})).toMatchObject({verdict: 'excluded', reasons: ['not_a_pass']})
  })
})
