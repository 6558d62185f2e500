// @vitest-environment jsdom
import {screen, within} from '@testing-library/react'
import {PointerEventsCheckLevel, userEvent} from '@testing-library/user-event'
import {expect, test, vi} from 'vitest'
import {fillJsdomGaps} from '../support/jsdom-gaps.ts'
import {layOutRows} from '../support/lay-out-rows.ts'

fillJsdomGaps()
layOutRows()
const {openStudio} = await import('../support/open-studio.tsx')
vi.setConfig({testTimeout: 300_000})
const user = userEvent.setup({delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never})

test('Whoever acts for several schools sees them all; Stripe is asked of one when it is counted, and a click opens its list.', async () => {
  await openStudio('/passes/schools', {as: 'p-sanna'})
  const heading = await screen.findByText('Havn Dance', {selector: 'h3, h3 *'})
  const card = heading.closest('li')
  expect(card).not.toBeNull()
  if (card === null) return
  const havn = within(card)
  expect(screen.getByText('2 schools')).toBeTruthy()
  expect(screen.getByText('Fjord Dance Studio', {selector: 'h3, h3 *'})).toBeTruthy()
  expect(havn.queryByText(/to review/)).toBeNull()

  await user.click(havn.getByText('Count now'))
  await havn.findByText(/^\d+ to review · .*counted \d+ seconds? ago, of the last 90 days$/)
  await user.click(havn.getByText('Open the list'))
  await screen.findByText(/^To review \d+$/)
  expect(globalThis.location.search).toBe('?passes[school]=school-havn')
  expect(globalThis.location.pathname).toBe('/passes')
})
