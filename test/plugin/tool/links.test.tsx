import {screen, within} from '@testing-library/react'
import {expect, test, vi} from 'vitest'
import {dialogOf, user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

test('A link to a school that somebody may not act for says so; one to an entry that the list does not show says where it is.', async () => {
  const {walk} = await openStudio('/passes?passes[school]=school-havn')
  await screen.findByText('This link is for a school that you may not act for')
  expect(screen.getByText(/add “school-havn” for you to its setting SCHOOL_ACCESS/)).toBeTruthy()
  expect(document.querySelector('[data-row-button]')).toBeNull()
  await user.click(screen.getByText('Open Fjord Dance Studio'))
  await screen.findByLabelText(/· Ada Lindqvist · Open week Trial Pass · paid, no pass/)

  await user.keyboard('?')
  const keys = await dialogOf('With the keyboard')
  expect(within(keys).getByText('Takes back what was repaired last')).toBeTruthy()
  await user.keyboard('{Escape}')

  globalThis.history.pushState(null, '', `/passes?passes[tab]=fixed&passes[open]=${walk.session}`)
  globalThis.dispatchEvent(new PopStateEvent('popstate'))
  await screen.findByText('The entry of this link is not in this list, but under “To review”.')
  await user.click(screen.getByText('Show'))
  const ada = await screen.findByLabelText(/· Ada Lindqvist · Open week Trial Pass · paid, no pass/)
  await vi.waitFor(() => expect(document.activeElement).toBe(ada))

  // Each step is one to come back from, and typing is none.
  await user.click(screen.getByLabelText('Name, email, pass or payment id'))
  await user.paste('lindqvist')
  await vi.waitFor(() => expect(globalThis.location.search).toContain('text]=lindqvist'), {timeout: 20_000})
  globalThis.history.back()
  await screen.findByText('The entry of this link is not in this list, but under “To review”.')
  globalThis.history.forward()
  await screen.findByLabelText(/· Ada Lindqvist · Open week Trial Pass · paid, no pass/)
  expect(globalThis.location.search).toContain('text]=lindqvist')
})
