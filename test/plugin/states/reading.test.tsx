import {screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import type {ReadyDesk} from '../../../plugin/hooks/use-desk.ts'
import {unreadDesk} from '../../../plugin/tool/mismatches/unread-desk.ts'
import {DEFAULT_VIEW} from '../../../plugin/tool/mismatches/view.ts'
import {Worklist} from '../../../plugin/tool/mismatches/Worklist.tsx'
import {someFacts} from '../../core/build-facts.ts'
import {buttonIn, user} from '../support/find.ts'
import {stage} from '../support/stage.tsx'
import {rowIn} from './scenario-rows.ts'

const show = stage()
const shown = () => screen.getByTestId('stage')

/** A school of which nothing has arrived. */
const UNREAD: ReadyDesk = {
  state: 'ready',
  desk: unreadDesk(someFacts().school),
  stale: null,
  asOf: 0,
  complete: false,
  unchecked: 0,
  elsewhere: 0,
  upkeep: null,
  refreshing: true,
  progress: null,
  refresh: () => undefined,
}

function showList(state: Partial<ReadyDesk>, view = DEFAULT_VIEW) {
  show(<Worklist state={{...UNREAD, ...state}} view={view} onView={() => undefined} />)
}

const tabs = () => [...shown().querySelectorAll('[role=tab]')]

test('While nothing is read yet the list says so, and its tabs and filters are there without a number.', async () => {
  showList({})
  const list = shown().querySelector<HTMLElement>('#passes-list')
  expect(list?.textContent).toMatch(/^Reading payments…/)
  expect(tabs().map(({textContent}) => textContent)).toEqual(['To review', 'Fixed', 'Everything'])
  for (const tab of tabs())
    expect(document.getElementById(tab.getAttribute('aria-controls') ?? '')).toBe(list)
  await user.click(buttonIn(shown(), 'Filters'))
  for (const filter of ['Name, email, pass or payment id', 'Verdict', 'Confidence', 'Period', 'Order'])
    expect(within(shown()).getByLabelText(filter)).toHaveProperty('disabled', false)
  expect(shown().textContent).not.toMatch(/\d entr|Everybody has|Nothing to review/)
})

test('How far the reading is stands where the rows will be.', () => {
  showList({progress: {read: 1200, about: 4000}})
  expect(shown().querySelector('#passes-list')?.textContent).toMatch(/^1,200 of about 4,000 payments/)
})

test('The newest rows are shown while older ones are still coming; in any other order the list waits for all of them.', () => {
  const {row, index} = rowIn('01-', ({entry}) => entry.verdict === 'missing')
  const desk = {rows: [row], isWhole: false, index, readSince: null}
  showList({desk})
  expect(shown().querySelectorAll('[data-entry]')).toHaveLength(1)
  expect(shown().textContent).toContain('Reading payments…')
  expect(tabs().map(({textContent}) => textContent)).toEqual(['To review', 'Fixed', 'Everything'])
  showList({desk}, {...DEFAULT_VIEW, sort: 'oldest'})
  expect(shown().querySelectorAll('[data-entry]')).toHaveLength(0)
  expect(shown().querySelector('#passes-list')?.textContent).toMatch(/^Reading payments…/)
})
