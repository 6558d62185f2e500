import {expect, it} from 'vitest'
import {HOUR, MINUTE} from '../../../plugin/core/contract/instant.ts'
import type {Upkeep} from '../../../plugin/core/contract/upkeep.ts'
import {en} from '../../../plugin/i18n/en.ts'
import type {Text} from '../../../plugin/i18n/use-text.ts'
import {upkeepWords} from '../../../plugin/tool/mismatches/upkeep-words.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const text: Text = (key, values = {}) => {
  const sentences: Record<string, string> = en
  const counted = sentences[`${key}_${values['count'] === 1 ? 'one' : 'other'}`]
  return (sentences[key] ?? counted ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name]),
  )
}
const clock = (at: number) => new Date(at).toISOString().slice(11, 16)
const nothing: Upkeep = {lastWebhook: null, lastRun: null, nextRun: null}
const done = {at: NOW - 2 * HOUR, fault: null, left: 0}

it.each<[string, Partial<Upkeep>, string[]]>([
  ['nobody looks', {}, ['no webhook yet', 'no scan scheduled']],
  [
    'all is as it should be',
    {lastWebhook: NOW - 3 * MINUTE, lastRun: done, nextRun: NOW + 15 * HOUR},
    ['last webhook 3 minutes ago', 'next scan 03:00'],
  ],
  [
    'the scheduler does not say when it comes',
    {lastWebhook: NOW - 3 * MINUTE, lastRun: done},
    ['last webhook 3 minutes ago', 'last scan 2 hours ago'],
  ],
  [
    'the scheduler is a little late',
    {lastRun: done, nextRun: NOW - 10 * MINUTE},
    ['no webhook yet', 'next scan 11:50'],
  ],
  [
    'the scheduler has stopped',
    {lastRun: done, nextRun: NOW - HOUR},
    ['no webhook yet', 'scan overdue since 11:00'],
  ],
  [
    'the last run broke off',
    {lastRun: {at: NOW - HOUR, fault: 'lake_unavailable', left: 0}, nextRun: NOW + HOUR},
    ['no webhook yet', 'last scan failed 1 hour ago', 'next scan 13:00'],
  ],
])('when %s', (_when, upkeep, words) => {
  expect(upkeepWords({...nothing, ...upkeep}, {now: NOW, text, clock})).toEqual(words)
})
