import {expect, it} from 'vitest'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import {glanceOf, unknownGlance} from '../../../plugin/document/glance-of.ts'
import {entry, facts} from '../students/people.ts'

/** A sentence as its key and what is put into it. */
const text = (key: string, values: Record<string, string | number> = {}) =>
  [key, ...Object.values(values)].join(' ')

const mismatch = (of: Partial<Entry>) => ({entry: entry({key: 'cs_1', ...of}), facts: facts({})})
const refunded = mismatch({verdict: 'refunded', repair: {kind: 'revoke', changes: [], choices: []}})
const unreadable = mismatch({verdict: 'unreadable'})

it('one mismatch is named by its verdict, and its action by what comes of it', () => {
  const wanted = {badge: 'verdict.refunded', label: 'verb.revoke_refunded', act: refunded}
  expect(glanceOf([refunded], text)).toMatchObject(wanted)
})

it('several are counted, and the action leads to all of them; so does one that has no repair', () => {
  const several = {badge: 'badge.mismatches 2', label: 'action.review 2', act: 'review'}
  expect(glanceOf([refunded, unreadable], text)).toMatchObject(several)
  expect(glanceOf([unreadable], text)).toMatchObject({label: 'action.review 1', act: 'review'})
})

it('where nothing is wrong there is nothing to do, and where nothing was read the inspector says why', () => {
  expect(glanceOf([], text)).toMatchObject({badge: null, title: 'action.none', act: null})
  expect(unknownGlance(text)).toMatchObject({badge: null, title: 'action.unknown', act: 'review'})
})
