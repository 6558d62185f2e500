import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {aPayment, aStudent, anEntitlement, NOW, someNames} from './build-facts.ts'
import {entriesIn, forEverySchool, forEverySchoolAnd} from './law.ts'

const seeds = fc.integer({min: 1, max: 1_000_000})

describe('laws of judging that hold for every school', {timeout: 60_000}, () => {
  test('each payment is in exactly one entry', () => {
    forEverySchool((facts) => {
      const named = entriesIn(facts).flatMap(({payment}) => payment ?? [])
      expect(named.toSorted()).toEqual(facts.payments.map(({id}) => id).toSorted())
    })
  })

  test('an entitlement stands in one entry at most, unless it was upgraded in place', () => {
    forEverySchool((facts) => {
      const inPlace = new Set(
        facts.entitlements.filter((one) => one.upgradeHistory.length > 0).map(({id}) => id),
      )
      const once = entriesIn(facts)
        .flatMap(({entitlements}) => entitlements)
        .filter((id) => !inPlace.has(id))
      expect(once.length).toBe(new Set(once).size)
    })
  })

  test('the order of what was read does not matter', () => {
    forEverySchoolAnd(seeds, (facts, seed) => {
      const shuffled: Facts = {
        ...facts,
        payments: shuffle(facts.payments, seed),
        entitlements: shuffle(facts.entitlements, seed + 1),
        students: shuffle(facts.students, seed + 2),
        passes: shuffle(facts.passes, seed + 3),
        bookings: shuffle(facts.bookings, seed + 4),
        records: shuffle(facts.records, seed + 5),
      }
      expect(entriesIn(shuffled)).toEqual(entriesIn(facts))
    })
  })

  test('a student who has nothing to do with it, and what they bought and hold, changes no other entry', () => {
    const stranger = aStudent({id: 'stranger', clerkId: 'user_stranger', email: 'stranger@example.com'})
    const bought = aPayment({
      id: 'cs_live_stranger',
      email: stranger.email,
      names: someNames({clerkId: stranger.clerkId}),
    })
    const held = anEntitlement({id: 'held', student: stranger.id, session: bought.id, paymentIntent: null})
    const byHand = {...held, id: 'hand', session: null, school: null}
    forEverySchoolAnd(fc.subarray([held, byHand]), (facts, holds) => {
      const together = entriesIn({
        ...facts,
        students: [...facts.students, stranger],
        payments: [...facts.payments, bought],
        entitlements: [...facts.entitlements, ...holds],
      })
      const others = together.filter(({student}) => student !== stranger.id)
      expect(others).toEqual(entriesIn(facts))
      expect(together.length).toBeGreaterThan(others.length)
    })
  })

  test('who cannot see the account says nothing about payment', () => {
    forEverySchool((facts) => {
      const blind = {account: 'acct_T', code: 'account_invalid', message: 'no access'}
      const {fault, entries} = reconcile({...facts, blind}, {now: NOW})
      expect(fault).toBe('account_unreadable')
      expect(entries).toEqual([])
    })
  })

  test('drafts change no verdict, and are noted', () => {
    forEverySchool((facts) => {
      const draft = {type: 'subscription', session: null, paymentIntent: null}
      const drafts = [
        ...facts.entitlements.map(({id}) => ({...draft, id})),
        ...facts.payments.map(({id}) => ({...draft, id: `d-${id}`, session: id})),
      ]
      const verdicts = (entries: Entry[]) => entries.map(({key, verdict}) => [key, verdict])
      const drafted = entriesIn({...facts, drafts})
      expect(verdicts(drafted)).toEqual(verdicts(entriesIn(facts)))
      const unnoted = drafted.filter(
        ({verdict, entitlements, notes}) =>
          verdict === 'matched' && entitlements.length > 0 && !notes.includes('open_draft'),
      )
      const unasked = drafted.filter(
        ({verdict, reasons}) =>
          verdict === 'missing' &&
          !['pass_deleted', 'pass_not_grantable', 'draft_only'].some((why) =>
            reasons.some((one) => one === why),
          ),
      )
      expect([unnoted, unasked]).toEqual([[], []])
    })
  })
})

/** The same shuffle for the same seed. */
function shuffle<Value>(values: readonly Value[], seed: number): Value[] {
  let state = seed
  return values
    .map((value) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return {value, at: state}
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({value}) => value)
}
