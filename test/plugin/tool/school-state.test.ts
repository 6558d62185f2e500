import {expect, it} from 'vitest'
import type {OverviewAnswer} from '../../../plugin/core/contract/overview.ts'
import {schoolState} from '../../../plugin/tool/overview/school-state.ts'

type Known = OverviewAnswer['schools'][number]
const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR = 3_600_000
const run = {at: NOW - HOUR, fault: null, left: 0}

it.each<[string, Partial<Known['upkeep']> & Pick<Partial<Known>, 'trouble'>, string]>([
  ['all is as it should be', {lastRun: run, lastWebhook: NOW, nextRun: NOW + HOUR}, 'well'],
  ['only a webhook is at work', {lastWebhook: NOW - HOUR}, 'well'],
  ['neither webhook nor scan was ever at work', {}, 'unwatched'],
  ['the scan should have come', {lastRun: run, nextRun: NOW - HOUR}, 'scan_late'],
  ['the last scan broke off', {lastRun: {...run, fault: 'stripe_unavailable'}}, 'scan_failed'],
  ['Stripe refused the last scan', {lastRun: {...run, fault: 'account_unreadable'}}, 'unreadable'],
  ['two schools claim its account', {lastRun: run, trouble: 'claimed_twice'}, 'unreadable'],
])('when %s', (_when, {trouble = null, ...upkeep}, state) => {
  const known = {lastWebhook: null, lastRun: null, nextRun: null, ...upkeep}
  expect(schoolState({school: 's', trouble, upkeep: known}, NOW)).toBe(state)
})
