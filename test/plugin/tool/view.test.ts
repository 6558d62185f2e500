import {expect, it} from 'vitest'
import {
  DEFAULT_VIEW,
  isFiltered,
  readView,
  writeView,
  type View,
} from '../../../plugin/tool/mismatches/view.ts'

it('the usual view adds nothing to the address', () => {
  expect(readView({})).toEqual(DEFAULT_VIEW)
  expect(writeView(DEFAULT_VIEW, {})).toEqual({})
})

it('a view comes out of the address as it went in, and the school stays', () => {
  const view: View = {
    tab: 'all',
    verdict: 'missing',
    confidence: 'certain',
    note: 'waiting',
    days: 365,
    sort: 'amount',
    text: 'ada & berg',
    open: 'cs_1',
  }
  const search = writeView(view, {school: 'school-s'})
  expect(search).toMatchObject({school: 'school-s', verdict: 'missing', days: '365'})
  expect(readView(search)).toEqual(view)
})

it('what is not understood counts as not said', () => {
  expect(
    readView({tab: 'x', verdict: 'lost', confidence: '1', note: 'x', days: '-3', sort: 'size', open: ''}),
  ).toEqual(DEFAULT_VIEW)
})

it('a filter that is taken back leaves the address', () => {
  const search = writeView({...DEFAULT_VIEW, text: 'ada'}, {})
  expect(writeView({...readView(search), text: ''}, search)).toEqual({})
})

it('tab, period and open row are no filters', () => {
  expect(isFiltered({...DEFAULT_VIEW, tab: 'all', days: 30, open: 'cs_1', text: ' '})).toBe(false)
  expect(isFiltered({...DEFAULT_VIEW, verdict: 'unpaid'})).toBe(true)
  expect(isFiltered({...DEFAULT_VIEW, note: 'noted'})).toBe(true)
})
