import {screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

const ADA = 'student-ada-lindqvist'
const FIELD = /Find a student/

test('A student is found by the beginning of a name, chosen with the keyboard, and stands in the address.', async () => {
  await openStudio('/passes/students')
  const field = await screen.findByLabelText(FIELD)
  await user.type(field, 'a')
  await screen.findByText('Ada Lindqvist')
  await user.keyboard('{ArrowDown}{ArrowUp}')
  expect(document.querySelector('[role=option][aria-selected=true]')?.textContent).toContain('Ada Lindqvist')
  await user.keyboard('{Enter}')

  await screen.findByText('paid, no pass')
  expect(globalThis.location.pathname).toBe(`/passes/students/${ADA}`)
})

test('Whoever paid is found by the checkout id.', async () => {
  const {walk} = await openStudio('/passes/students')
  await user.click(await screen.findByLabelText(FIELD))
  await user.paste(walk.session)

  expect(await screen.findByText(walk.name)).toBeTruthy()
})

test('A search that finds nobody says so.', async () => {
  await openStudio('/passes/students')
  await user.click(await screen.findByLabelText(FIELD))
  await user.paste('nobodyatall')

  expect(await screen.findByText(/Nobody’s name or email begins with “nobodyatall”/)).toBeTruthy()
})

test('The pass is granted from here, and the row turns without anybody reading again.', async () => {
  const {write, walk} = await openStudio(`/passes/students/${ADA}`)
  await user.click(await screen.findByText('Grant 10-class pass'))
  await user.click(await screen.findByText('Confirm'))

  expect(await screen.findByText('paid, has the pass')).toBeTruthy()
  expect(await screen.findByText('The student can book with it')).toBeTruthy()
  const granted: unknown = await write.fetch('*[stripeSessionId == $session]._id', {session: walk.session})
  expect(granted).toEqual([`subscription-${walk.session}`])
})

test('A pass that somebody else grants shows at once.', async () => {
  const {write, walk} = await openStudio(`/passes/students/${ADA}`)
  await screen.findByText('paid, no pass')
  await write.create({
    _type: 'subscription',
    user: {_type: 'reference', _ref: walk.student},
    tenant: {_type: 'reference', _ref: 'school-fjord'},
    type: 'clipcard',
    startDate: new Date().toISOString(),
    endDate: new Date(Date.now() + 20 * 86_400_000).toISOString(),
    passId: walk.pass,
    passName: 'Open week Trial Pass',
    purchasePrice: 250,
    remainingClips: 10,
    isActive: true,
    stripeSessionId: walk.session,
  })

  expect(await screen.findByText('paid, has the pass')).toBeTruthy()
})

test('What keeps a student from seeing a pass is marked, the rest is a click away.', async () => {
  const {documents, write} = await openStudio('/passes/students/student-oskar-hellstrom')
  const row = (await screen.findByText('6 classes left')).closest('li')
  if (row === null) throw new Error('no row')
  const held = documents.find(({_type, remainingClips}) => _type === 'subscription' && remainingClips === 6)
  await write
    .patch(held?._id ?? '')
    .set({tenant: {_type: 'reference', _ref: 'school-havn'}})
    .commit()

  await within(row).findByText('The student does not see it')
  expect(within(row).getByText('It does not belong to this school.')).toBeTruthy()
  expect(within(row).queryByText('It is switched on.')).toBeNull()
  await user.click(within(row).getByText('The student does not see it'))
  expect(within(row).getByText('It is switched on.')).toBeTruthy()
})
