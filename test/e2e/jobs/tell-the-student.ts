import {expect} from 'vitest'
import {DROP_IN} from '../../../studio/local/seed/catalogue.ts'
import {sell} from '../../../studio/local/seed/sale.ts'
import {ORDINARY_STUDENTS} from '../../../studio/local/seed/students.ts'
import {focusIsIn} from '../focus-is-in.ts'
import type {Job} from './job.ts'

const [quyen] = ORDINARY_STUDENTS

export const tellTheStudent: Job = {
  name: 'Whoever got a pass is told of it, and that the student has confirmed is noted on its record',
  from: `/passes/students/${quyen.id}`,
  sales: (clock) => [
    sell({key: 'to-be-told', student: quyen, pass: DROP_IN, at: clock.daysAgo(1, 9)}, clock),
  ],
  async walk({page, hand, demo, changed}) {
    const grant = page.getByRole('button', {name: 'Grant 1-class pass'})
    const session = await page.locator('[data-entry]').filter({has: grant}).getAttribute('data-entry')
    const row = page.locator(`[data-entry="${session}"]`)
    await hand.press(grant)
    await hand.press(page.getByRole('dialog').getByRole('button', {name: 'Confirm'}))
    const tell = row.getByRole('button', {name: 'Tell the student… Drop-in Class'})
    await hand.press(tell)
    const dialog = page.getByRole('dialog', {name: /^Tell the student: /})
    const mail = dialog.getByRole('link', {name: 'Open in mail'})
    expect(await mail.getAttribute('href')).toMatch(/^mailto:quyen\.tran%40example\.com\?subject=/)
    await hand.press(dialog.getByRole('button', {name: 'Copy text'}))
    await dialog.getByText(/Copied · Told: the text was copied/).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Drop-in Class/)
    await hand.press(dialog.getByRole('button', {name: 'The student has confirmed'}))
    await dialog.getByText(/Confirmed by the student/).waitFor()
    await hand.press(dialog.getByRole('button', {name: /close/i}).first())
    await row.getByText(/Confirmed by the student/).waitFor()
    await focusIsIn(tell)

    const {made, ...rest} = changed()
    expect(rest).toEqual({changed: {}})
    expect(made.map((id) => id.replace(/cs_.*/, '…'))).toEqual(['passRepair.…', 'subscription-…'])
    expect(demo.lake.documents().find(({_id}) => _id === made[0])).toMatchObject({
      message: {channel: 'copy', state: 'confirmed'},
    })
  },
}
