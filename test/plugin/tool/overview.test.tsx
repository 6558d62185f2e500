import {screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

test('Whoever acts for several schools sees them all, and what a new one lacks; Stripe is asked of one when it is counted, and a click opens its list.', async () => {
  const {write} = await openStudio('/passes/schools', {as: 'p-sanna'})
  const heading = await screen.findByText('Havn Dance', {selector: 'h3, h3 *'})
  const card = heading.closest('li')
  expect(card).not.toBeNull()
  if (card === null) return
  const havn = within(card)
  expect(screen.getByText('2 schools')).toBeTruthy()
  expect(screen.getByText('Fjord Dance Studio', {selector: 'h3, h3 *'})).toBeTruthy()
  expect(havn.queryByText(/to review/)).toBeNull()

  // A school that nobody has set up yet says what is missing.
  await write.create({_id: 'school-new', _type: 'tenant', schoolName: 'New Steps', status: 'active'})
  await user.click(screen.getByText('Refresh'))
  const fresh = (await screen.findByText('New Steps', {selector: 'h3, h3 *'})).closest('li')
  if (fresh === null) throw new Error('a school stands in no list')
  expect(within(fresh).getByText('Cannot be read')).toBeTruthy()
  expect(within(fresh).getByText('This school’s document names no Stripe account.')).toBeTruthy()
  await user.click(within(fresh).getByText('Open the list'))
  await screen.findByText('Setting up: 1 of 3 done')
  expect(screen.getByText('Stripe can be read for this school · to do')).toBeTruthy()
  globalThis.history.back()
  const again = (await screen.findByText('Havn Dance', {selector: 'h3, h3 *'})).closest('li')
  if (again === null) throw new Error('a school stands in no list')
  const known = within(again)

  await user.click(known.getByText('Count now'))
  await known.findByText(/^\d+ to review · .*counted \d+ seconds? ago, of the last 90 days$/)
  await user.click(known.getByText('Open the list'))
  await screen.findByText(/^To review \d+$/)
  expect(globalThis.location.search).toBe('?passes[school]=school-havn')
  expect(globalThis.location.pathname).toBe('/passes')
})
