import {screen, within} from '@testing-library/react'
import {expect, test, vi} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const ADA = /· Ada Lindqvist · Open week Trial Pass ·/

test('A colleague says something of a row and that the school waits; the row says so, is found by it, and stays what it was', async () => {
  const {write} = await openStudio('/passes?passes[text]=lindqvist')
  const row = await screen.findByLabelText(ADA)
  expect(screen.queryByLabelText('Notes')).toBeNull()
  row.focus()
  await user.keyboard('n')
  const field = await screen.findByLabelText(/A note for your colleagues/)
  expect(document.activeElement).toBe(field)
  expect(screen.getByText('Save the note').closest('button')?.disabled).toBe(true)
  // Letter by letter takes a Studio in jsdom a second each.
  await user.paste('Asked which email she paid with')
  await user.click(screen.getByLabelText('Waiting for the student'))
  await user.click(screen.getByText('Save the note'))

  const waiting =
    /Ada Lindqvist .* paid, no pass · Waiting for the student · Asked which email she paid with · Ingrid/
  await screen.findByLabelText(waiting)
  // The focus is where it was when the key was pressed.
  await vi.waitFor(() => expect(document.activeElement).toBe(row))
  expect(screen.getByText('Grant 10-class pass')).toBeTruthy()

  // A colleague answers elsewhere, as the function writes it.
  const [remarks] = await write.fetch<{_id: string}[]>('*[_type == "passRemarks"]')
  const answer = {
    text: 'She paid as Vera',
    waiting: false,
    by: {id: 'p2', name: 'Mikko'},
    at: new Date().toISOString(),
  }
  await write
    .patch(remarks?._id ?? '')
    .append('list', [{_key: crypto.randomUUID(), ...answer}])
    .commit()
  await screen.findByLabelText(/paid, no pass · She paid as Vera · Mikko/)

  // jsdom is as narrow as a phone, where the filters wait behind a button.
  await user.click(screen.getByText('Filters'))
  await user.selectOptions(screen.getByLabelText('Notes'), 'Waiting for the student')
  await screen.findByText('Nothing fits these filters')
  expect(screen.getByText('Filters (1)').closest('button')?.getAttribute('aria-expanded')).toBe('true')
  await screen.findByText('To review: 0 entries', {
    exact: false,
    selector: '[data-announced], [data-announced] *',
  })
  await user.selectOptions(screen.getByLabelText('Notes'), 'With a note')
  await screen.findByLabelText(ADA)

  await user.click(await screen.findByLabelText(ADA))
  const list = (await screen.findByText('Notes', {selector: 'h2, h2 *'})).closest('[data-entry]')
  expect(list).toBeInstanceOf(HTMLElement)
  if (!(list instanceof HTMLElement)) return
  await user.click(await within(list).findByLabelText('Remove: She paid as Vera'))
  await user.click(await within(list).findByLabelText('Remove: Asked which email she paid with'))
  await screen.findByLabelText(/Ada Lindqvist .* paid, no pass$/)
})
