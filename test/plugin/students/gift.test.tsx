import {screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {buttonIn, dialogOf, user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

test('A pass is given without payment only with a reason, and is marked as complimentary with who and why.', async () => {
  const {write} = await openStudio('/passes/students/student-ada-lindqvist')
  await user.click(await screen.findByText('Grant without payment…'))
  const form = await dialogOf('Grant without payment: Ada Lindqvist')
  const next = buttonIn(form, 'Show what would be written')
  await user.selectOptions(
    within(form).getByLabelText('Pass'),
    within(form).getByText(/^Drop-in Class · 250/),
  )
  expect(next.hasAttribute('disabled')).toBe(true)
  await user.click(within(form).getByLabelText(/^Reason/))
  await user.paste('Helped at the open week')
  await user.click(next)
  const dialog = await dialogOf('Grant 1-class pass: Ada Lindqvist')
  expect(dialog.textContent).toMatch(/Complimentaryyes/)
  await user.click(buttonIn(dialog, 'Confirm'))

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
