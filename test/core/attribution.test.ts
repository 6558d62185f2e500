import {describe, expect, test} from 'vitest'
import {aPass, aPayment, aStudent, NO_NAMES, someFacts, someNames} from './build-facts.ts'
import {judged} from './judged.ts'

const nameless = {...NO_NAMES, sale: 'pass_purchase'}
const line = {description: '10 Single Clip Card', quantity: 1, product: null}

describe('whose a payment is', () => {
  test('the Clerk id on the session decides, whatever email was typed', () => {
    const parent = aStudent({id: 'u2', clerkId: 'user_2', email: 'parent@example.com'})
    const entry = judged({
      students: [aStudent(), parent],
      payments: [aPayment({email: 'parent@example.com'})],
    })
    expect(entry).toMatchObject({student: 'u1', verdict: 'missing', confidence: 'certain'})
  })

  test('a student document without Clerk id is known by its own id', () => {
    const student = aStudent({id: 'user_1', clerkId: null})
    expect(judged({students: [student], payments: [aPayment()]})).toMatchObject({student: 'user_1'})
  })

  test('of two documents with one Clerk id it is this school’s', () => {
    const students = [aStudent({id: 'older', school: 'U', createdAt: 0}), aStudent({id: 'ours'})]
    expect(judged({students, payments: [aPayment()]})).toMatchObject({student: 'ours', confidence: 'certain'})
  })

  test('without any id exactly one student with the email is only likely', () => {
    const payment = aPayment({names: {...nameless, pass: 'P3', school: 'T'}})
    expect(judged({payments: [payment]})).toMatchObject({
      student: 'u1',
      verdict: 'missing',
      reasons: ['nothing_granted', 'via_email'],
      confidence: 'likely',
    })
  })

  test('two students with the email are candidates for a person to choose from', () => {
    const other = aStudent({id: 'u2', clerkId: 'user_2'})
    const payment = aPayment({names: {...nameless, pass: 'P3', school: 'T'}})
    expect(judged({students: [aStudent(), other], payments: [payment]})).toMatchObject({
      student: null,
      verdict: 'unattributed',
      reasons: ['ambiguous_student'],
      confidence: 'check',
      repair: {kind: 'choose', changes: [], choices: [{student: 'u1'}, {student: 'u2'}]},
    })
  })

  test('where the named user does not exist the email is only a candidate', () => {
    const payment = aPayment({names: someNames({clerkId: 'user_gone'})})
    expect(judged({payments: [payment]})).toMatchObject({
      student: null,
      verdict: 'unattributed',
      reasons: ['no_student'],
      repair: {kind: 'choose', choices: [{student: 'u1'}]},
    })
  })

  test('nobody with the email is nobody', () => {
    const payment = aPayment({names: {...nameless, pass: 'P3'}, email: 'somebody@example.com'})
    expect(judged({payments: [payment]})).toMatchObject({reasons: ['no_student'], repair: {choices: []}})
  })
})

describe('which pass was bought', () => {
  test('the product names it where the session does not', () => {
    const payment = aPayment({names: NO_NAMES, lines: [{...line, product: someNames()}]})
    expect(judged({payments: [payment]})).toMatchObject({
      pass: 'P3',
      reasons: ['nothing_granted', 'via_product_metadata'],
      confidence: 'certain',
    })
  })

  test('a line item that reads like one pass of this school is only likely, stray spaces aside', () => {
    const payment = aPayment({names: {...someNames(), pass: null}, lines: [{...line, description: 'Trial '}]})
    const passes = [aPass(), aPass({id: 'P2', name: ' Trial'})]
    expect(judged({passes, payments: [payment]})).toMatchObject({
      pass: 'P2',
      reasons: ['nothing_granted', 'via_line_item'],
      confidence: 'likely',
    })
  })

  test('the same letters go before the same letters in another case', () => {
    const passes = [aPass({id: 'a', name: '2 COURSE PASS'}), aPass({id: 'b', name: '2 Course Pass'})]
    const payment = (description: string) =>
      aPayment({names: {...someNames(), pass: null}, lines: [{...line, description}]})
    for (const exact of ['2 Course Pass', ' 2 Course Pass ']) {
      expect(judged({passes, payments: [payment(exact)]})).toMatchObject({pass: 'b'})
    }
    expect(judged({passes, payments: [payment('2 course pass')]})).toMatchObject({
      pass: null,
      reasons: ['ambiguous_pass'],
      repair: {kind: 'choose', choices: [{pass: 'a'}, {pass: 'b'}]},
    })
  })

  test('a pass of another school is never found by its name', () => {
    const passes = [aPass({id: 'PU', school: 'U', name: '5 Class Card'})]
    const payment = aPayment({
      names: {...someNames(), pass: null},
      lines: [{...line, description: '5 Class Card'}],
    })
    expect(judged({passes, payments: [payment]})).toMatchObject({pass: null, reasons: ['no_pass']})
  })

  test('the price never decides', () => {
    const payment = aPayment({names: {...someNames(), pass: null}, lines: []})
    expect(judged({payments: [payment]})).toMatchObject({verdict: 'unattributed', reasons: ['no_pass']})
  })

  test('a deleted pass is known and gone, not unknown', () => {
    const payment = aPayment({names: someNames({pass: 'P_gone'})})
    expect(judged({payments: [payment]})).toMatchObject({
      pass: null,
      verdict: 'missing',
      reasons: ['nothing_granted', 'pass_deleted'],
      confidence: 'check',
      repair: null,
    })
  })

  test('student and pass unknown are both said', () => {
    const payment = aPayment({names: {...nameless}, lines: [], email: null})
    expect(judged({payments: [payment]})).toMatchObject({reasons: ['no_student', 'no_pass']})
  })
})

describe('the order of what was read', () => {
  test('a student who shares nothing changes nothing', () => {
    const facts = someFacts({payments: [aPayment()]})
    const stranger = aStudent({id: 'u9', clerkId: 'user_9', email: 'other@example.com'})
    expect(judged({...facts, students: [stranger, ...facts.students]})).toEqual(judged(facts))
  })
})
