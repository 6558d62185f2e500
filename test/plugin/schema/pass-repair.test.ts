import {expect, test} from 'vitest'
import type {RepairDocument} from '../../../plugin/core/documents/repair-document.ts'
import {passRepair} from '../../../plugin/schema/pass-repair.ts'

const weak = {_type: 'reference', _ref: 'x', _weak: true} as const

/** Whatever a record may hold, each field filled once. */
const record: RepairDocument = {
  _id: 'passRepair.cs_live_1.1',
  _type: 'passRepair',
  subject: {payment: 'cs_live_1'},
  payment: 'cs_live_1',
  account: 'acct_A',
  livemode: true,
  school: weak,
  student: weak,
  entitlements: [{...weak, _key: 'k'}],
  kind: 'grant',
  verdict: 'missing',
  reasons: ['nothing_granted'],
  actor: {id: 'p1', name: 'Ingrid', via: 'studio'},
  at: '2026-03-10T12:00:00.000Z',
  reason: 'because',
  batch: 'b1',
  plan: 'a'.repeat(64),
  before: '{}',
  after: '{}',
  undoes: 'passRepair.cs_live_1.0',
  fingerprint: 'f',
  message: {channel: 'mail', state: 'told', at: '2026-03-10T12:05:00.000Z'},
}

/** The schema types that the Studio shows a value of this form as; anything else is shown as a type mismatch. */
function typesFor(value: unknown): string[] {
  if (typeof value === 'string') return ['string', 'text', 'datetime']
  if (typeof value === 'boolean') return ['boolean']
  if (Array.isArray(value)) return ['array']
  return typeof value === 'object' && value !== null && '_ref' in value ? ['reference'] : ['object']
}

test('a record opens in the Studio as what the function wrote: every field known, and of its type', () => {
  const types = new Map<string, string>(passRepair.fields.map(({name, type}) => [name, type]))
  const written = Object.entries(record).filter(([name]) => !name.startsWith('_'))
  const unfit = written.filter(([name, value]) => !typesFor(value).includes(types.get(name) ?? 'absent'))
  expect(unfit.map(([name]) => name)).toEqual([])
})

test('the members of a record’s lists are of their type too', () => {
  const members = passRepair.fields.flatMap((field) =>
    field.type === 'array' && 'of' in field ? [[field.name, field.of.map(({type}) => type)]] : [],
  )
  expect(Object.fromEntries(members)).toEqual({reasons: ['string'], entitlements: ['reference']})
})
