import {screen, within} from '@testing-library/react'
import {userEvent} from '@testing-library/user-event'
import {expect, test} from 'vitest'
import {openStudio} from '../support/open-studio.tsx'

test('A pass is given without payment only with a reason, and is marked as complimentary with who and why.', async () => {
  const {write} = await openStudio('/passes/students/student-ada-lindqvist')
  await userEvent.click(await screen.findByText('Grant without payment…'))
  const form = await screen.findByRole('dialog', {name: 'Grant without payment: Ada Lindqvist'})
  const next = within(form).getByRole('button', {name: 'Show what would be written'})
  const choose = within(form).getByRole('combobox')
  await userEvent.selectOptions(choose, within(form).getByRole('option', {name: /^Drop-in Class · 250/}))
  expect(next.hasAttribute('disabled')).toBe(true)
  await userEvent.type(within(form).getByRole('textbox'), 'Helped at the open week')
  await userEvent.click(next)
  const dialog = await screen.findByRole('dialog', {name: /^Grant 1-class pass: Ada Lindqvist/})
  expect(dialog.textContent).toMatch(/Complimentaryyes/)
  await userEvent.click(within(dialog).getByRole('button', {name: 'Confirm'}))

  expect(await screen.findByText('1 class left')).toBeTruthy()
  const given: unknown = await write.fetch(
    '*[_type == "subscription" && complimentary == true && user._ref == $student]{complimentaryReason, complimentaryBy, passName, remainingClips}',
    {student: 'student-ada-lindqvist'},
  )
  expect(given).toEqual([
    {
      complimentaryReason: 'Helped at the open week',
      complimentaryBy: 'p-ingrid',
      passName: 'Drop-in Class',
      remainingClips: 1,
    },
  ])
})
