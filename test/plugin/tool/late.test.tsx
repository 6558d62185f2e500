import {screen} from '@testing-library/react'
import {userEvent} from '@testing-library/user-event'
import type {ComponentType} from 'react'
import {expect, it} from 'vitest'
import {Late} from '../../../plugin/tool/parts/Late.tsx'
import {LateDialog} from '../../../plugin/tool/parts/LateDialog.tsx'
import {lately} from '../../../plugin/tool/parts/lately.ts'
import {show} from '../support/show.tsx'

type Part = ComponentType<{of: string}>

const Details: Part = ({of}) => <p>Details of {of}</p>

/** A part that comes, or cannot come, when the test says so. */
function onItsWay() {
  const {promise, resolve, reject} = Promise.withResolvers<Part>()
  let asked = 0
  const part = lately(() => {
    asked += 1
    return promise
  })
  return {
    Part: part,
    ahead: part.ahead,
    come: () => resolve(Details),
    fail: () => reject(new TypeError('Failed to fetch dynamically imported module')),
    asked: () => asked,
  }
}

it('a part that is on its way says so after a moment, and then stands there', async () => {
  const {Part, come} = onItsWay()
  await show(
    <Late>
      <Part of="Ada" />
    </Late>,
  )
  expect(screen.queryByText('Loading…')).toBeNull()
  await screen.findByText('Loading…')
  come()
  await screen.findByText('Details of Ada')
  expect(screen.queryByText('Loading…')).toBeNull()
})

it('a part that was loaded ahead is there at once, and was asked for once', async () => {
  const {Part, ahead, come, asked} = onItsWay()
  come()
  await ahead()
  await show(
    <Late>
      <Part of="Ada" />
    </Late>,
  )
  expect(screen.getByText('Details of Ada')).toBeTruthy()
  expect(asked()).toBe(1)
})

it('a part that cannot come says so in its own place, with the one button that helps', async () => {
  const {Part, fail} = onItsWay()
  await show(
    <>
      <p>The list</p>
      <Late>
        <Part of="Ada" />
      </Late>
    </>,
  )
  fail()
  await screen.findByText('This part of the screen did not load')
  expect(screen.getByRole('button').textContent).toBe('Reload the page')
  expect(screen.getByText('The list')).toBeTruthy()
})

it('a part that could not be loaded ahead is asked for anew by whoever opens it', async () => {
  let isAway = true
  const Part = lately(async () => {
    if (isAway) throw new TypeError('Failed to fetch dynamically imported module')
    return Details
  })
  await expect(Part.ahead()).rejects.toThrow('not loaded')
  isAway = false
  await show(
    <Late>
      <Part of="Ada" />
    </Late>,
  )
  expect(await screen.findByText('Details of Ada')).toBeTruthy()
})

it('a dialog that is on its way opens under the name of its job, and can be left', async () => {
  const {Part} = onItsWay()
  let closed = 0
  await show(
    <LateDialog title="Grant pass" onClose={() => (closed += 1)}>
      <Part of="Ada" />
    </LateDialog>,
  )
  const dialog = await screen.findByRole('dialog', {name: 'Grant pass'})
  expect(dialog.textContent).toContain('Loading…')
  await userEvent.keyboard('{Escape}')
  expect(closed).toBe(1)
})

it('a dialog that cannot come says so as a dialog', async () => {
  const {Part, fail} = onItsWay()
  await show(
    <LateDialog title="Grant pass" onClose={() => undefined}>
      <Part of="Ada" />
    </LateDialog>,
  )
  fail()
  const dialog = await screen.findByRole('dialog', {name: 'Grant pass'})
  expect(dialog.textContent).toContain('Reload the page')
})
