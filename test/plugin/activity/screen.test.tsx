import {screen, waitFor, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {buttonIn, dialogOf, user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const ADA = /· Ada Lindqvist · Open week Trial Pass · paid, no pass/
const PASS = '*[stripeSessionId == $session][0]{isActive, deactivationReason}'

async function grantAda() {
  const studio = await openStudio('/passes?passes[text]=lindqvist')
  await screen.findByLabelText(ADA)
  await user.click(screen.getByText('Grant 10-class pass'))
  await user.click(await screen.findByText('Confirm'))
  await screen.findByLabelText(/Ada Lindqvist .* paid, has the pass/)
  // The lake may tell of the pass before the function has answered, and before that nothing can be taken back.
  await screen.findByText('Grant 10-class pass: done')
  return {...studio, pass: () => studio.write.fetch<unknown>(PASS, {session: studio.walk.session})}
}

test('What was repaired is taken back with z, and the pass ends without being deleted.', async () => {
  const {pass} = await grantAda()
  const row = screen.getByLabelText(/Ada Lindqvist .* paid, has the pass/)
  row.focus()
  await user.keyboard('z')
  const dialog = await dialogOf('Undo: Grant pass · Ada Lindqvist')
  await within(dialog).findByText(/is not deleted/)
  await user.click(buttonIn(dialog, 'Undo'))
  await screen.findByLabelText(ADA)
  expect(await pass()).toEqual({isActive: false, deactivationReason: 'undone'})
  await screen.findByText('Undone: Grant pass')
  // What was taken back is not offered to be taken back.
  await waitFor(() => expect(screen.queryByText('Grant 10-class pass: done')).toBeNull(), {timeout: 5_000})
})

test('Activity says who did what, what stood there before, and refuses an undo that comes too late in words.', async () => {
  const {write, walk, pass} = await grantAda()
  await user.click(screen.getByText('Activity'))
  const record = await screen.findByText(/Pass granted/)
  const item = record.closest('li')
  if (item === null) throw new Error('no item')
  await within(item).findByText(/Ada Lindqvist · Open week Trial Pass/)
  expect(item.textContent).toMatch(/Ingrid Solberg, /)
  expect(item.textContent).toMatch(/Found: paid, no pass/)
  await user.click(within(item).getByText('Before and after'))
  expect(item.textContent).toMatch(/This pass was made:.*Open week Trial Pass.*Classes10/)

  await write.patch(`subscription-${walk.session}`).set({remainingClips: 9}).commit()
  await user.click(buttonIn(item, /^Undo/))
  await screen.findByText(/Since then somebody changed “Classes”/)
  expect(await pass()).toMatchObject({isActive: true})
})
