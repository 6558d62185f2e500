import {screen, waitFor, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

/** The row that a sentence stands in. */
async function rowWith(words: string): Promise<HTMLElement> {
  const row = (await screen.findByText(words)).closest('li')
  if (row === null) throw new Error(`«${words}» stands in no row`)
  return row
}

// Not by its role: asking a whole Studio for roles takes jsdom seconds.
function dialogOf(element: HTMLElement): HTMLElement {
  const dialog = element.closest<HTMLElement>('[role=dialog]')
  if (dialog === null) throw new Error('stands in no dialog')
  return dialog
}

test('From a student’s own row: another candidate is taken, the payment is passed over, and that is taken back.', async () => {
  const {write} = await openStudio('/passes/students/marit-one')
  await screen.findByText(/Nothing ties this student to/)
  // Two documents with the address that one payment came from: whose it is, only a person can say.
  for (const [_id, name] of [
    ['marit-one', 'Marit One'],
    ['marit-two', 'Marit Two'],
  ] as const) {
    const tenant = {_type: 'reference', _ref: 'school-fjord'}
    await write.create({
      _id,
      _type: 'user',
      name,
      email: 'marit.odegard@example.com',
      role: 'student',
      tenant,
    })
  }
  const row = await rowWith('paid, whose or which is unclear')
  await user.click(await within(row).findByText('Marit Two · marit.odegard@example.com'))
  await user.click(await screen.findByText('Cancel'))

  await user.click(within(row).getByText('Dismiss…'))
  await user.click(await screen.findByLabelText(/^Reason/))
  await user.paste('Paid for a workshop')
  await user.click(screen.getByText('Dismiss'))
  const undo = await within(row).findByLabelText(/^Undo: /)
  expect(within(row).getByText(/Because: Paid for a workshop/)).toBeTruthy()
  expect(within(row).queryByText('Dismiss…')).toBeNull()

  await user.click(undo)
  const dialog = dialogOf(await screen.findByText(/What was dismissed comes back to the list/))
  // It takes the focus once the dialog stands.
  const confirm = within(dialog).getByText('Undo').closest('button')
  await waitFor(() => expect(document.activeElement).toBe(confirm))
  await user.keyboard('{Enter}')
  expect(await within(row).findByText('Dismiss…')).toBeTruthy()
})

test('A pass that nobody paid for is ended from the row, with a reason.', async () => {
  const {write} = await openStudio('/passes/students/student-leila-hosseini')
  const row = await rowWith('pass without payment')
  await user.click(within(row).getByText('End the pass…'))
  await user.click(await screen.findByLabelText(/^Reason/))
  await user.paste('Made for another student')
  await user.click(screen.getByText('Show what would be written'))
  await user.click(await screen.findByText('Confirm'))

  expect(await screen.findByText('It was ended: Made for another student')).toBeTruthy()
  const ended: unknown = await write.fetch('*[deactivationReason == "Made for another student"].isActive')
  expect(ended).toEqual([false])
})
