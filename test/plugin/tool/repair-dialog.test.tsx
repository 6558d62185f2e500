import {screen, waitFor, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {repairByHttp} from '../../support/repair-by-http.ts'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const ADA = /· Ada Lindqvist · Open week Trial Pass ·/
const MADE = '*[stripeSessionId == $session]{_id, remainingClips}'

/** Ada's preview, waiting to be confirmed. */
async function openPreview() {
  const studio = await openStudio('/passes?passes[text]=lindqvist')
  await screen.findByLabelText(ADA)
  await user.click(screen.getByText('Grant 10-class pass'))
  await screen.findByText('Confirm')
  const {write, walk} = studio
  return {...studio, made: () => write.fetch<unknown>(MADE, {session: walk.session})}
}

test('What changed since somebody looked is shown before anything is written, and only that is written then.', async () => {
  const {write, walk, made} = await openPreview()
  await write.patch(walk.pass).set({classesLimit: 12}).commit()
  await user.click(screen.getByText('Confirm'))
  const notice = await screen.findByText('This is what would be written now.')
  const dialog = notice.closest('[role=dialog]')
  if (!(dialog instanceof HTMLElement)) throw new Error('no dialog')
  await waitFor(() => expect(dialog.textContent).toMatch(/^Grant 12-class pass: Ada Lindqvist/))
  expect(await made()).toEqual([])

  await user.click(within(dialog).getByText('Confirm'))
  await screen.findByLabelText(/Ada Lindqvist .* paid, has the pass/)
  expect(await made()).toEqual([{_id: `subscription-${walk.session}`, remainingClips: 12}])
})

test('What a colleague has granted meanwhile is not granted again, and the dialog says so.', async () => {
  const {endpoint, tokens, walk, made} = await openPreview()
  const sanna = {endpoint, token: tokens['p-sanna'] ?? ''}
  await repairByHttp(sanna, {subject: {payment: walk.session}, kind: 'grant'})
  await screen.findByLabelText(/Ada Lindqvist .* paid, has the pass/)
  await user.click(screen.getByText('Confirm'))

  await screen.findByText('Somebody has already done this')
  expect(screen.queryByText('Confirm')).toBeNull()
  expect(await made()).toEqual([{_id: `subscription-${walk.session}`, remainingClips: 10}])
  await user.click(screen.getByText('Close'))
  await waitFor(() => expect(screen.queryByText('Somebody has already done this')).toBeNull())
})

test('Of rows that are repaired together only those of one kind can be picked, and a doubtful one never.', async () => {
  await openStudio('/passes')
  await screen.findByLabelText(/^Select Celine Aas/)
  await screen.findByLabelText(/· Marit Ødegård ·/)
  const box = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name)
  expect(screen.queryByLabelText(/^Select Marit Ødegård/)).toBeNull()
  expect(box(/^Select Celine Aas/).disabled).toBe(false)
  await user.click(box(/^Select Ada Lindqvist/))
  await screen.findByText(/^1 selected · 250\skr$/)
  expect(box(/^Select Celine Aas/).disabled).toBe(true)
  await user.click(screen.getByText('Clear selection'))
  expect(box(/^Select Celine Aas/).disabled).toBe(false)
})
