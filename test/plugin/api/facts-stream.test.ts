import {expect, it} from 'vitest'
import type {FactsPart} from '../../../plugin/core/contract/facts.ts'
import {entitlement, payment} from '../students/people.ts'
import {fault, json, lines, setup} from './setup.ts'

const september = {
  part: 'payments',
  month: '2026-09',
  payments: [payment({id: 'cs_9'})],
  unreadable: [],
  cursor: 'c9',
}
const august = {
  part: 'payments',
  month: '2026-08',
  payments: [payment({id: 'cs_8'})],
  unreadable: [],
  cursor: 'c8',
}
const ledger = {
  part: 'ledger',
  ledger: {
    school: {
      id: 'school-s',
      name: 'School',
      slug: null,
      accounts: ['acct_A'],
      currency: 'nok',
      timeZone: 'Europe/Oslo',
      country: 'NO',
      contactEmail: null,
    },
    accountOwners: [],
    passes: [],
    students: [],
    entitlements: [],
    bookings: [],
    records: [],
    remarks: [],
    drafts: [],
    unreadable: [],
    ignored: 0,
  },
}
const upkeep = {lastWebhook: 3, lastRun: {at: 2, fault: null, left: 0}, nextRun: 9}
const done = {part: 'done', asOf: 5, read: [], denied: ['cs_gone'], elsewhere: 1, unchecked: 2, upkeep}
const progress = {part: 'progress', read: 100, about: 150}
const ask = {school: 'school-s', from: '2026-08-01'}

it('the parts become the facts of the period', async () => {
  const {api, asked} = await setup([lines([progress, september, august, ledger, done])])
  const heard: string[] = []
  const {facts, ...rest} = await api.facts({...ask, onPart: ({part}: FactsPart) => heard.push(part)})
  expect(facts.payments.map(({id}) => id)).toEqual(['cs_9', 'cs_8'])
  expect(facts.denied).toEqual(['cs_gone'])
  expect(rest).toEqual({asOf: 5, complete: true, elsewhere: 1, unchecked: 2, upkeep})
  expect(heard).toEqual(['progress', 'payments', 'payments', 'ledger', 'done'])
  expect(asked[0]?.url).toBe('/v1/schools/school-s/facts?from=2026-08-01')
})

it.each([
  ['the connection breaks', {breaks: true}],
  ['it ends before its end', {}],
  ['a line is cut in two', {breaks: true, cut: '{"part": "pay'}],
])('when %s, it is taken up again after the last cursor, and nothing counts twice', async (_, how) => {
  const {api, asked} = await setup([lines([september], how), lines([september, august, ledger, done])])
  const {facts} = await api.facts(ask)
  expect(facts.payments.map(({id}) => id)).toEqual(['cs_9', 'cs_8'])
  expect(asked[1]?.url).toBe('/v1/schools/school-s/facts?from=2026-08-01&after=c9')
})

it('a long ledger comes in several lines, and one that comes anew after a break counts alone', async () => {
  const more = (...ids: string[]) => ({
    part: 'entitlements',
    entitlements: ids.map((id) => entitlement({id})),
  })
  const {api} = await setup([
    lines([september, ledger, more('e-gone', 'e-kept')], {breaks: true}),
    lines([august, ledger, more('e-kept'), more('e-new'), done]),
  ])
  const {facts} = await api.facts(ask)
  expect(facts.entitlements.map(({id}) => id)).toEqual(['e-kept', 'e-new'])
})

it('a stream that never ends well is a fault, never half a list', async () => {
  const {api, asked} = await setup([lines([september], {breaks: true})])
  await expect(api.facts(ask)).rejects.toMatchObject({code: 'unreachable'})
  expect(asked).toHaveLength(3)
})

it('a fault inside the stream is the fault of the whole, and tried again only where that may help', async () => {
  const inside = (code: string) => ({part: 'fault', error: {code, message: 'no', requestId: 'r-2'}})
  const blind = await setup([lines([september, inside('account_unreadable')])])
  await expect(blind.api.facts(ask)).rejects.toMatchObject({code: 'account_unreadable', requestId: 'r-2'})
  expect(blind.asked).toHaveLength(1)

  const busy = await setup([lines([september, inside('stripe_unavailable')]), lines([august, ledger, done])])
  expect((await busy.api.facts(ask)).facts.payments).toHaveLength(2)
})

it('a refusal before the stream is that refusal', async () => {
  const {api} = await setup([fault(403, 'forbidden')])
  await expect(api.facts(ask)).rejects.toMatchObject({code: 'forbidden'})
})

it('something that is no stream of facts is not taken for one', async () => {
  const page = await setup([json(200, {})])
  await expect(page.api.facts(ask)).rejects.toMatchObject({code: 'bad_response'})
  const other = await setup([lines([{part: 'weather'}])])
  await expect(other.api.facts(ask)).rejects.toMatchObject({code: 'bad_response', detail: {field: 'part'}})
})
