import {screen, waitFor, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {dialogOf, user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const NOTE = '*[_type == "passRepair" && payment == $session][0].message{channel, state}'

test('Whoever grants a pass tells the student: copied or by mail, noted, and confirmed by the student.', async () => {
  const {write, walk} = await openStudio('/passes/students/student-ada-lindqvist')
  const noted = () => write.fetch<unknown>(NOTE, {session: walk.session})
  await user.click(await screen.findByText('Grant 10-class pass'))
  await user.click(await screen.findByText('Confirm'))
  const toast = (await screen.findByText('Grant 10-class pass: done')).closest('[data-ui=Toast]')
  if (!(toast instanceof HTMLElement)) throw new Error('no toast')
  expect(toast.textContent).toContain('Keys: t tells the student, z undoes')
  await user.keyboard('t')

  const dialog = await dialogOf(/^Tell the student: Ada Lindqvist/)
  expect(dialog.textContent).toMatch(
    /Kortet ditt er klart: Open week Trial Pass.*Det gir deg 10 klipp, til /s,
  )
  const mail = within(dialog).getByText('Open in mail').closest('a')
  expect(mail?.getAttribute('href')).toMatch(/^mailto:ada\.lindqvist%40example\.com\?subject=Kortet%20ditt/)

  await user.click(within(dialog).getByText('Copy text'))
  await within(dialog).findByText(/Copied · Told: the text was copied/)
  expect(await navigator.clipboard.readText()).toMatch(
    /^Hei!\n\nKortet ditt hos .* er klart: Open week Trial Pass/,
  )
  expect(await noted()).toEqual({channel: 'copy', state: 'told'})

  await user.click(within(dialog).getByText('The student has confirmed'))
  await within(dialog).findByText(/Confirmed by the student/)
  expect(await noted()).toEqual({channel: 'copy', state: 'confirmed'})

  await user.click(within(dialog).getByLabelText('Close dialog'))
  const row = screen.getByText('paid, has the pass').closest('li')
  if (row === null) throw new Error('no row')
  await waitFor(() => expect(row.textContent).toMatch(/Confirmed by the student/))
})

test('A pass that was not made here is told of too, and says that nothing is noted.', async () => {
  await openStudio('/passes/students/student-oskar-hellstrom')
  const row = (await screen.findByText('6 classes left')).closest('li')
  if (row === null) throw new Error('no row')
  await user.click(await within(row).findByText('Tell the student…'))
  const dialog = await dialogOf(/^Tell the student: /)
  expect(dialog.textContent).toMatch(/Det gir deg 6 klipp/)
  expect(dialog.textContent).toMatch(/not made here/)
})
