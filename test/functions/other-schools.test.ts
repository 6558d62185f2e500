import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {namedBy} from '../../functions/handlers/readings.ts'
import {withoutOthers} from '../../functions/handlers/without-others.ts'
import {factsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {entriesIn, forEverySchoolAnd} from '../core/law.ts'
import {una} from './people.ts'
import {adaBuys, held, only, partsOf, sale, SCHOOL, setup, theOnly} from './setup.ts'

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
    const nowhere = atHavn({_id: 'by-its-pass', tenant: undefined})
    const {send, stream} = await setup({sessions: [paid], documents: [held(), atHavn(), nowhere]})
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
    const pass = fc.constantFrom('PU', 'P_deleted', 'P3', null)
    const elsewhere = fc.record({school: fc.constantFrom('U', null), pass})
    forEverySchoolAnd(elsewhere, (own, there) => {
      const filed = {...there, session: null, paymentIntent: null}
      const theirs = own.entitlements.map((one) => Object.assign({}, one, filed, {id: `their-${one.id}`}))
      const facts = {
        ...own,
        // Of an account that is another school’s nothing is read.
        payments: own.payments.filter(
          ({account}) => account === null || own.school.accounts.includes(account),
        ),
        entitlements: [...own.entitlements, ...theirs],
      }
      const sent = withoutOthers(facts, namedBy(facts.payments))
      left.out += facts.entitlements.length - sent.entitlements.length
      expect(entriesIn(sent)).toEqual(entriesIn(facts))
    })
    expect(left.out).toBeGreaterThan(1_000)
  }, 60_000)
})

it('a cursor, of another school’s stream or made up, leads to nothing but the own school’s', async () => {
  const metadata = adaBuys('PU1', {userId: 'user_V', tenantId: 'tenantU'})
  const vera = {email: 'vera.aalto@example.com', name: 'Vera Aalto', metadata, productMetadata: metadata}
  const theirs = sale({account: 'acct_B', currency: 'eur', ...vera})
  const {stream, send} = await setup({sessions: [sale(), theirs], documents: [held()]})
  const cursors = only(await stream(), 'payments').map(({cursor}) => cursor)
  expect(cursors.length).toBeGreaterThan(1)
  const taken = await Promise.all(
    cursors.map(async (cursor) =>
      partsOf(await send(`/v1/schools/tenantU/facts?after=${cursor}`, {as: una})),
    ),
  )
  expect(taken.map((parts) => theOnly(parts, 'ledger').ledger.school.id)).toEqual(
    cursors.map(() => 'tenantU'),
  )
  expect(JSON.stringify(taken)).not.toMatch(/ada\.lind|sub1|acct_A"/)
  for (const after of ['2026-03-01T00:00:00Z~passRepair.x', '9~tenantT', '0~0']) {
    const answer = await send(`/v1/schools/tenantU/records?after=${encodeURIComponent(after)}`, {as: una})
    expect(await answer.json()).toEqual({records: [], next: null})
  }
})

it('a class at another school was not taken with a pass of this one', async () => {
  const classes = [classOf('tenantU', '2026-03-04T17:00:00Z'), classOf('tenantT', '2026-03-05T17:00:00Z')]
  const {stream} = await setup({sessions: [sale()], documents: [held(), ...classes]})
  const {ledger} = theOnly(await stream(), 'ledger')
  expect(ledger.bookings.map(({at: time}) => new Date(time).toISOString())).toEqual([
    '2026-03-05T17:00:00.000Z',
  ])
})
