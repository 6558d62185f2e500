import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {namedBy} from '../../functions/handlers/readings.ts'
import {withoutOthers} from '../../functions/handlers/without-others.ts'
import {factsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {entriesIn, forEverySchoolAnd} from '../core/law.ts'
import {adaBuys, held, sale, SCHOOL, setup, theOnly} from './setup.ts'

const at = (school: string) => ({_type: 'reference', _ref: school})
/** What Ada, who is a student of Nordlys, holds at Havn Dance. */
const atHavn = (words: Record<string, unknown> = {}) =>
  held({_id: 'at-havn', tenant: at('tenantU'), passId: 'PU1', passName: 'Secret of Havn', ...words})
const classOf = (school: string, time: string) => ({
  _id: `class-at-${school}`,
  _type: 'classInstance',
  date: time,
  tenant: at(school),
  bookings: [{_key: 'b', student: at('u1'), bookingType: 'clipcard', bookingTime: time}],
})

describe('what a student of this school holds at another one', () => {
  it('does not leave the function, whatever is asked for', async () => {
    const paid = sale()
    const {send, stream} = await setup({sessions: [paid], documents: [held(), atHavn()]})
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.entitlements.map(({id}) => id)).toEqual(['sub1'])
    for (const path of [`${SCHOOL}/students/u1`, `${SCHOOL}/payments/${paid.id}`]) {
      const {facts} = factsAnswer.parse(await (await send(path)).json())
      expect(facts.entitlements.map(({id}) => id)).toEqual(['sub1'])
      expect(JSON.stringify(facts)).not.toContain('Secret of Havn')
    }
  })

  it.each([
    ['carries the payment', {stripeSessionId: sale().id}],
    ['is a pass of this school, filed under the other one', {passId: 'P3'}],
    ['was upgraded with the payment', {upgradeHistory: [{_key: 'a', stripeSessionId: sale().id}]}],
  ])('is told where it %s', async (_why, words) => {
    const {stream} = await setup({sessions: [sale()], documents: [atHavn(words)]})
    expect(theOnly(await stream(), 'ledger').ledger.entitlements.map(({id}) => id)).toEqual(['at-havn'])
  })

  it('is told where somebody paid here to upgrade it: that is a conflict', async () => {
    const upgrade = sale({
      metadata: adaBuys('P3', {type: 'pass_upgrade', upgradeFromSubscriptionId: 'at-havn'}),
    })
    const {stream} = await setup({sessions: [upgrade], documents: [atHavn()]})
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.entitlements.map(({id}) => id)).toEqual(['at-havn'])
  })

  it('changes no verdict by being left out', () => {
    const left = {out: 0}
    const elsewhere = fc.constantFrom('PU', 'P_deleted', 'P3', null)
    forEverySchoolAnd(elsewhere, (own, pass) => {
      const theirs = own.entitlements.map((one) => ({
        ...one,
        ...{id: `their-${one.id}`, school: 'U', pass, session: null, paymentIntent: null},
      }))
      const facts = {...own, entitlements: [...own.entitlements, ...theirs]}
      const sent = withoutOthers(facts, namedBy(facts.payments))
      left.out += facts.entitlements.length - sent.entitlements.length
      expect(entriesIn(sent)).toEqual(entriesIn(facts))
    })
    expect(left.out).toBeGreaterThan(1_000)
  }, 60_000)
})

it('a class at another school was not taken with a pass of this one', async () => {
  const classes = [classOf('tenantU', '2026-03-04T17:00:00Z'), classOf('tenantT', '2026-03-05T17:00:00Z')]
  const {stream} = await setup({sessions: [sale()], documents: [held(), ...classes]})
  const {ledger} = theOnly(await stream(), 'ledger')
  expect(ledger.bookings.map(({at: time}) => new Date(time).toISOString())).toEqual([
    '2026-03-05T17:00:00.000Z',
  ])
})
