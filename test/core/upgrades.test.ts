import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {aPass, aPayment, BOUGHT, someNames, stored} from './build-facts.ts'
import {made, names, old, passes, upgrade} from './an-upgrade.ts'
import {entryOf} from './judged.ts'

describe('upgrades', () => {
  const bought = aPayment({id: 'cs_live_0', createdAt: BOUGHT - 10 * DAY, names: someNames({pass: 'P2'})})
  const school = {passes, payments: [bought, upgrade]}
  const ended = {
    id: 'old',
    set: {active: false, upgradedAt: '@now', upgradedToPass: 'P3', upgradedToPassName: '10 Single Clip Card'},
    unset: [],
  }

  test('nothing done: both halves in one transaction', () => {
    expect(entryOf('cs_live_2', {...school, entitlements: [old]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active'],
      confidence: 'certain',
      repair: {
        kind: 'complete_upgrade',
        changes: [
          {create: {fields: {price: 2290, upgradeCost: 2000, isUpgrade: true, upgradedFrom: 'old'}}},
          {patch: ended},
        ],
      },
    })
  })

  test('the old one was never ended', () => {
    expect(entryOf('cs_live_2', {...school, entitlements: [old, made]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['old_active'],
      confidence: 'certain',
      repair: {kind: 'complete_upgrade', changes: [{patch: ended}]},
    })
  })

  test('done: the old one is upgraded away, the new one agrees', () => {
    const away = {...old, active: false, upgradedAt: stored(BOUGHT), upgradedToPass: 'P3'}
    const facts = {...school, entitlements: [away, made]}
    expect(entryOf('cs_live_0', facts)).toMatchObject({verdict: 'matched', notes: ['upgraded_away']})
    expect(entryOf('cs_live_2', facts)).toMatchObject({verdict: 'matched', notes: []})
  })

  test('without the old one a person looks', () => {
    expect(entryOf('cs_live_2', {...school, payments: [upgrade]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing'],
      confidence: 'check',
    })
  })

  test('to a pass that gives no terms it waits', () => {
    const ungrantable = [aPass({type: 'subscription'}), aPass({id: 'P2', name: 'Trial'})]
    expect(entryOf('cs_live_2', {...school, passes: ungrantable, entitlements: [old]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
  })

  test('of the oldest kind, on the platform’s own account, it is known by what it names', () => {
    const oldest = {
      ...names,
      sale: 'subscription_change',
      school: null,
      newPassPrice: null,
      upgradeCost: 2000,
    }
    const payments = [bought, {...upgrade, account: null, names: oldest}]
    expect(entryOf('cs_live_2', {...school, payments, entitlements: [old]})).toMatchObject({
      verdict: 'upgrade_incomplete',
      reasons: ['new_missing', 'old_active'],
      pass: 'P3',
    })
  })
})
