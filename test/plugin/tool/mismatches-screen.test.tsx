import {screen, waitFor} from '@testing-library/react'
import {expect, test} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const ADA = /· Ada Lindqvist · Open week Trial Pass ·/

/** What each row says, in the order of the list. */
function sentences(): string[] {
  const buttons = document.querySelectorAll('[data-row-button]')
  return [...buttons].map((button) => button.getAttribute('aria-label') ?? '')
}

test('Nothing moves under the pointer: what was granted stays and turns, what comes up waits behind a button.', async () => {
  const {write, walk} = await openStudio('/passes?passes[text]=lindqvist')
  const row = await screen.findByLabelText(ADA)
  expect(row.getAttribute('aria-label')).toMatch(/^250\skr · .* · paid, no pass$/)
  expect(sentences()).toHaveLength(1)

  const list = document.querySelector('[data-rows]')
  if (list) list.scrollTop = 32
  row.focus()
  await user.keyboard('x')
  const box = screen.getByLabelText(/^Select Ada Lindqvist/)
  expect(box).toHaveProperty('checked', true)
  row.focus()
  await write.patch(walk.student).set({name: 'Ada B. Lindqvist'}).commit()
  await screen.findByLabelText(/· Ada B. Lindqvist · Open week Trial Pass ·/)
  expect(document.activeElement).toBe(row)
  expect(box).toHaveProperty('checked', true)
  expect(list?.scrollTop).toBe(32)
  await write.patch(walk.student).set({name: 'Ada Lindqvist'}).commit()
  await screen.findByLabelText(ADA)
  await user.keyboard('x')

  await user.click(screen.getByText('Grant 10-class pass'))
  await user.click(await screen.findByText('Confirm'))
  await screen.findByLabelText(/Ada Lindqvist .* paid, has the pass/)
  expect(sentences()).toHaveLength(1)

  await write.create({
    _type: 'subscription',
    user: {_type: 'reference', _ref: walk.student},
    tenant: {_type: 'reference', _ref: 'school-fjord'},
    type: 'single',
    startDate: new Date().toISOString(),
    endDate: new Date(Date.now() + 20 * 86_400_000).toISOString(),
    passName: 'Guessed by hand',
    purchasePrice: 250,
    remainingClips: 1,
    isActive: true,
  })
  await screen.findByText('1 new entry')
  expect(sentences()).toHaveLength(1)
  await user.click(screen.getByText('Show'))
  const fresh = await screen.findByLabelText(/no payment · Ada Lindqvist/)
  // The button is gone: the focus goes on with what it showed.
  await waitFor(() => expect(document.activeElement).toBe(fresh))

  await user.click(screen.getByText(/^Fixed 1/))
  await screen.findByLabelText(/Ada Lindqvist .* paid, has the pass/)
})
