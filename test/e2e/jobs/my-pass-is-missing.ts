import {expect} from 'vitest'
import {focusIsIn} from '../focus-is-in.ts'
import type {Job} from './job.ts'

export const myPassIsMissing: Job = {
  name: 'A student writes that a pass is missing: she is looked up, and gets what she paid for',
  from: '/passes/students',
  async walk({page, hand, seed, demo, changed}) {
    const {session, student} = seed.walk
    await hand.type(page.getByRole('combobox', {name: /Find a student/}), 'ada lind')
    await hand.press(page.getByRole('option', {name: /Ada Lindqvist/}))
    const row = page.locator(`[data-entry="${session}"]`)
    await row.getByText('paid, no pass').waitFor()
    await row.getByText('250\u00A0kr').first().waitFor()

    await hand.press(row.getByRole('button', {name: 'Grant 10-class pass'}))
    const dialog = page.getByRole('dialog', {name: 'Grant 10-class pass: Ada Lindqvist'})
    await dialog.getByText(`subscription-${session}`).first().waitFor()
    expect(changed()).toEqual({made: [], changed: {}})
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await row.getByText('paid, has the pass').waitFor()
    await row.getByText('The student can book with it').waitFor()
    await focusIsIn(row)
    expect(changed()).toEqual({
      made: [`passRepair.${session}.1`, `subscription-${session}`],
      changed: {},
    })
    expect(demo.lake.documents().find(({_id}) => _id === `subscription-${session}`)).toMatchObject({
      user: {_ref: student},
      passName: 'Open week Trial Pass',
      remainingClips: 10,
      isActive: true,
      stripeSessionId: session,
    })
  },
}
