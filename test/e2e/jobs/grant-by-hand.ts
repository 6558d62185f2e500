import {expect} from 'vitest'
import {focusIsIn} from '../focus-is-in.ts'
import type {Job} from './job.ts'

export const grantByHand: Job = {
  name: 'A pass is given away, with the reason why, and is marked as complimentary',
  from: '/passes/students/student-samuel-okafor',
  async walk({page, hand, demo, changed}) {
    await hand.press(page.getByRole('button', {name: 'Grant without payment…'}))
    const form = page.getByRole('dialog', {name: 'Grant without payment: Samuel Okafor'})
    await hand.choose(form.getByRole('combobox'), 'Drop-in Class · 250\u00A0kr')
    const next = form.getByRole('button', {name: 'Show what would be written'})
    expect(await next.isDisabled()).toBe(true)
    await hand.type(form.getByRole('textbox', {name: /Reason/}), 'Helped at the open week')
    await hand.press(next)
    const dialog = page.getByRole('dialog', {name: 'Grant 1-class pass: Samuel Okafor'})
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await page.getByText('1 class left').first().waitFor()
    await focusIsIn(page.locator('#passes-screen'))
    const {made, ...rest} = changed()
    expect(rest).toEqual({changed: {}})
    expect(made).toHaveLength(2)
    const [record, pass] = made.map((id) => demo.lake.documents().find(({_id}) => _id === id))
    expect(record).toMatchObject({_type: 'passRepair', kind: 'grant', reason: 'Helped at the open week'})
    expect(pass).toMatchObject({
      _type: 'subscription',
      user: {_ref: 'student-samuel-okafor'},
      passName: 'Drop-in Class',
      complimentary: true,
      complimentaryReason: 'Helped at the open week',
      complimentaryBy: 'p-ingrid',
    })
  },
}
