import {describe, expect, test} from 'vitest'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {canonicalJson} from '../../plugin/core/contract/canonical-json.ts'
import type {RepairPlan} from '../../plugin/core/contract/plan.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import {parseRecord} from '../../plugin/core/documents/parse-record.ts'
import {repairDocument, repairDocumentId} from '../../plugin/core/documents/repair-document.ts'
import {schoolZone} from '../../plugin/core/documents/school-zone.ts'
import {storedTime} from '../../plugin/core/documents/stored-time.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {aPayment, NOW, someFacts} from './build-facts.ts'

const head = {_rev: 'r1', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-02T00:00:00Z'}
const tenant = {
  ...head,
  _id: 'T',
  _type: 'tenant',
  schoolName: 'Nordlys Dance',
  stripeConnect: {accountId: 'acct_T', country: 'NO', currency: 'NOK'},
  settings: {timezone: 'America/New_York'},
}
const other = {...tenant, _id: 'U', stripeConnect: {accountId: 'acct_U', country: 'FI', currency: 'eur'}}
const ref = (id: string) => ({_type: 'reference', _ref: id})
const held = {...head, _id: 'sub1', _type: 'subscription', user: ref('u1'), tenant: ref('T'), passId: 'P3'}

function parse(...documents: unknown[]) {
  return parseDocuments([tenant, other, ...documents], {school: 'T'})
}

describe('reading the school’s own documents', () => {
  test('the school, its accounts and its clock', () => {
    expect(parse()).toMatchObject({
      school: {
        id: 'T',
        name: 'Nordlys Dance',
        accounts: ['acct_T'],
        currency: 'nok',
        timeZone: 'Europe/Oslo',
      },
      accountOwners: [
        {account: 'acct_T', school: 'T'},
        {account: 'acct_U', school: 'U'},
      ],
    })
  })

  test('pinned accounts are the only truth', () => {
    const schoolAccounts = {T: ['acct_new', 'acct_T'], U: []}
    const {school, accountOwners} = parseDocuments([tenant, other], {school: 'T', schoolAccounts})
    expect(school.accounts).toEqual(['acct_new', 'acct_T'])
    expect(accountOwners.map(({account}) => account)).toEqual(['acct_new', 'acct_T'])
  })

  test('a school that is not there, or whose account cannot be read, is a fault', () => {
    expect(() => parseDocuments([tenant], {school: 'X'})).toThrow(Fault)
    const garbled = {...tenant, stripeConnect: 'acct_T'}
    expect(() => parseDocuments([garbled], {school: 'T'})).toThrow(/stripeConnect/)
  })

  test('an older reference to the pass', () => {
    const {passId: _, ...older} = held
    expect(parse({...older, pass: ref('P3')}).entitlements).toMatchObject([{pass: 'P3'}])
  })

  test('empty text is no id', () => {
    expect(parse({...held, stripeSessionId: ''}).entitlements).toMatchObject([{session: null}])
  })

  test('a garbled date is kept as it stands', () => {
    expect(parse({...held, endDate: 'soon'}).entitlements).toMatchObject([{ends: {text: 'soon', at: null}}])
  })

  test('an email in any case, and a user without Clerk id', () => {
    const user = {...head, _id: 'u1', _type: 'user', email: ' Ada+1@Example.COM ', name: 'Ada 💃'}
    expect(parse(user, {...user, _id: 'u2', email: ''}).students).toMatchObject([
      {id: 'u1', email: 'ada+1@example.com', clerkId: null, name: 'Ada 💃'},
      {id: 'u2', email: null},
    ])
  })

  test('a student’s name breaks no line and turns no direction of writing', () => {
    const user = {...head, _id: 'u1', _type: 'user', name: 'Ada\u202E\u2028Lind 💃\u2069'}
    expect(parse(user).students).toMatchObject([{name: 'Ada Lind 💃'}])
  })

  test.each([
    ['a reference is missing', {user: undefined}, 'user'],
    ['a reference is text', {user: 'u1'}, 'user'],
    ['an amount is text', {purchasePrice: '2000'}, 'purchasePrice'],
    ['a time is a number', {endDate: 1772359200}, 'endDate'],
    ['nobody knows when it was made', {_createdAt: undefined}, '_createdAt'],
  ])('%s: one unreadable row', (_, damage, field) => {
    const {entitlements, unreadable} = parse({...held, ...damage}, {...held, _id: 'sub2'})
    expect(entitlements).toMatchObject([{id: 'sub2'}])
    expect(unreadable).toEqual([{source: 'document', id: 'sub1', type: 'subscription', field}])
  })

  test('another school’s bad record is not this school’s row', () => {
    expect(parse({...held, tenant: ref('U'), user: 'u1'}).unreadable).toEqual([])
  })

  test('a pass with one bad field is still there, and a row', () => {
    const pass = {
      ...head,
      _id: 'P3',
      _type: 'pass',
      name: 'Card',
      type: 'multi',
      price: '2000',
      tenant: ref('T'),
    }
    const {passes, unreadable} = parse(pass)
    expect(passes).toMatchObject([{id: 'P3', price: null}])
    expect(unreadable).toMatchObject([{id: 'P3', field: 'price'}])
  })

  test('drafts and versions are never entitlements', () => {
    const draft = {...held, _id: 'drafts.sub1', stripeSessionId: 'cs_live_1'}
    const {entitlements, drafts} = parse(held, draft, {...held, _id: 'versions.r1.sub2', user: 5})
    expect(entitlements.map(({id}) => id)).toEqual(['sub1'])
    expect(drafts).toMatchObject([{id: 'sub1', session: 'cs_live_1'}, {id: 'sub2'}])
  })

  test('without _type it is ignored and counted; other types are not read', () => {
    const log = {...head, _id: 'log', _type: 'webhookLog'}
    expect(parse({_id: 'x'}, null, 'text', log)).toMatchObject({ignored: 3, unreadable: []})
  })

  test('of a document that stands there twice the later edit counts', () => {
    const later = {...held, _updatedAt: '2026-02-01T00:00:00Z', passId: 'P4'}
    expect(parse(later, held).entitlements).toMatchObject([{pass: 'P4'}])
  })

  test('a booking without student is nobody’s, and a cancelled class was not used', () => {
    const lesson = {
      ...head,
      _id: 'c1',
      _type: 'classInstance',
      bookings: [
        {student: ref('u1'), bookingType: 'clipcard', bookingTime: '2026-03-02T16:00:00Z'},
        {bookingType: 'guest'},
      ],
    }
    expect(parse(lesson, {...lesson, _id: 'c2', isCancelled: true}).bookings).toEqual([
      {student: 'u1', type: 'clipcard', at: Date.parse('2026-03-02T16:00:00Z')},
    ])
  })
})

describe('times as people stored them', () => {
  test.each([
    ['2026-05-01', '2026-05-01T21:59:59.000Z'],
    ['2026-05-01T23:59:59', '2026-05-01T21:59:59.000Z'],
    ['2026-01-15T12:00', '2026-01-15T11:00:00.000Z'],
    ['2026-05-01T23:59:59+02:00', '2026-05-01T21:59:59.000Z'],
    ['2026-05-01T23:59:59.5Z', '2026-05-01T23:59:59.500Z'],
    ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['2100-12-31T00:00:00Z', '2100-12-31T00:00:00.000Z'],
  ])('%s in Oslo', (text, iso) => {
    const {at} = storedTime(text, 'Europe/Oslo', 'end')
    expect(at === null ? null : new Date(at).toISOString()).toBe(iso)
  })

  test.each([
    'soon',
    '2026-02-31T00:00:00Z',
    '2026-02-31',
    '2026-13-01',
    '2026-01-01T25:00:00Z',
    '01.05.2026',
  ])('%s is no moment', (text) => {
    expect(storedTime(text, 'Europe/Oslo')).toEqual({text, at: null})
  })

  test('a country with one zone decides, else the setting where it is a zone', () => {
    expect(schoolZone('NO', 'America/New_York')).toBe('Europe/Oslo')
    expect(schoolZone('US', 'America/New_York')).toBe('America/New_York')
    expect(schoolZone('US', 'somewhere')).toBe('UTC')
    expect(schoolZone(null, null)).toBe('UTC')
  })
})

describe('writing', () => {
  const plan = planRepair(
    someFacts({payments: [aPayment()]}),
    {subject: {payment: 'cs_live_1'}, kind: 'grant'},
    {now: NOW},
  )
  if ('refused' in plan) throw new Error(plan.message)
  const actor = {id: 'p1', name: 'Nora Vik', via: 'studio'}

  test('a grant in the school’s own words', () => {
    expect(plan.changes.map((change) => toDocumentChange(change))).toEqual([
      {
        create: {
          _id: 'subscription-cs_live_1',
          _type: 'subscription',
          user: ref('u1'),
          tenant: ref('T'),
          type: 'clipcard',
          startDate: '2026-03-01T10:00:00.000Z',
          endDate: '2026-05-30T10:00:00.000Z',
          passId: 'P3',
          passName: '10 Single Clip Card',
          purchasePrice: 2000,
          remainingClips: 10,
          isActive: true,
          stripeSessionId: 'cs_live_1',
          stripePaymentId: 'pi_cs_live_1',
        },
      },
    ])
  })

  test('time and person stand in only when it is carried out', () => {
    const change = {
      patch: {
        id: 'sub1',
        set: {active: false, deactivatedAt: '@now', deactivatedBy: '@actor'},
        unset: ['classesLeft'],
      },
    } as const
    const written = {...change.patch, unset: [...change.patch.unset]}
    expect(toDocumentChange({patch: written})).toMatchObject({
      patch: {
        set: {isActive: false, deactivatedAt: '@now', deactivatedBy: '@actor'},
        unset: ['remainingClips'],
      },
    })
    expect(toDocumentChange({patch: written}, {at: NOW, actor: 'Nora Vik'})).toMatchObject({
      patch: {set: {deactivatedAt: '2026-03-10T12:00:00.000Z', deactivatedBy: 'Nora Vik'}},
    })
  })

  test('the record: numbered, private, weak, with before and after, and read back', () => {
    const changes = [
      {patch: {id: 'sub1', set: {tenant: ref('T')}, unset: ['notes']}},
      ...plan.changes.map((change) => toDocumentChange(change)),
    ]
    const current = [{...held, tenant: undefined, notes: 'x'}]
    const made = repairDocument({
      plan,
      planHash: 'f'.repeat(64),
      actor,
      at: NOW,
      changes,
      current,
      batch: 'b1',
    })
    expect(made).toMatchObject({
      _id: 'passRepair.cs_live_1.1',
      _type: 'passRepair',
      payment: 'cs_live_1',
      account: 'acct_T',
      livemode: true,
      school: {_ref: 'T', _weak: true},
      student: {_ref: 'u1', _weak: true},
      at: '2026-03-10T12:00:00.000Z',
      batch: 'b1',
      fingerprint: null,
    })
    expect(JSON.parse(made.before)).toEqual({
      sub1: {tenant: null, notes: 'x'},
      'subscription-cs_live_1': null,
    })
    expect(JSON.parse(made.after)).toMatchObject({sub1: {tenant: ref('T'), notes: null}})
    expect(parseRecord({...made, ...head})).toMatchObject({
      id: made._id,
      payment: 'cs_live_1',
      kind: 'grant',
      verdict: 'missing',
      entitlements: ['sub1', 'subscription-cs_live_1'],
      actor,
      at: NOW,
    })
  })

  test('an id that is too long, or no id at all, gives way to its hash', () => {
    expect(repairDocumentId('cs_live_1', 12)).toBe('passRepair.cs_live_1.12')
    expect(repairDocumentId('x'.repeat(120), 1)).toMatch(/^passRepair\.[0-9a-f]{26}\.1$/)
    expect(repairDocumentId('a"b', 1)).toMatch(/^passRepair\.[0-9a-f]{26}\.1$/)
    expect(repairDocumentId('a"b', 1)).not.toBe(repairDocumentId('a"c', 1))
  })

  test('canonical JSON is the same for the same value', () => {
    expect(canonicalJson({b: [1, {d: null, c: undefined}], a: 'x'})).toBe('{"a":"x","b":[1,{"d":null}]}')
  })

  test('a plan is data', () => {
    const copy: RepairPlan = JSON.parse(JSON.stringify(plan))
    expect(copy).toEqual(plan)
  })
})
