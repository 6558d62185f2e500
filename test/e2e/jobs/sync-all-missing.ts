import {expect} from 'vitest'
import {CLIP_CARD} from '../../../studio/local/seed/catalogue.ts'
import {sell} from '../../../studio/local/seed/sale.ts'
import {ORDINARY_STUDENTS} from '../../../studio/local/seed/students.ts'
import {rowOf} from '../rows.ts'
import type {Job} from './job.ts'

const HOW_MANY = 3

export const syncAllMissing: Job = {
  name: 'Three passes that the webhook never made are looked at, granted at once, and taken back at once',
  from: '/passes?passes[text]=single+clip&passes[verdict]=missing',
  sales: (clock) =>
    ORDINARY_STUDENTS.slice(4, 4 + HOW_MANY).map((student, nth) =>
      sell({key: `at-once-${nth}`, student, pass: CLIP_CARD, at: clock.daysAgo(3 + nth, 10)}, clock),
    ),
  async walk({page, hand, demo, changed}) {
    const [first] = ORDINARY_STUDENTS.slice(4)
    await hand.pick(rowOf(page, first?.name ?? ''))
    await hand.press(page.getByRole('button', {name: `Select all ${HOW_MANY} of this kind`}))
    await hand.press(page.getByRole('button', {name: /show what would be written/}))
    const dialog = page.getByRole('dialog').last()
    await dialog.getByText(/Nothing else is touched/).waitFor()
    expect(changed()).toEqual({made: [], changed: {}})
    await hand.press(dialog.getByRole('button', {name: `Repair ${HOW_MANY}`}))
    await dialog.getByText(`${HOW_MANY} done, 0 failed, 0 skipped`).waitFor()
    expect(changed().made).toHaveLength(2 * HOW_MANY)

    await hand.press(dialog.getByRole('button', {name: 'Show what was done, or undo it'}))
    const records = page.getByRole('dialog', {name: 'What was repaired at once'})
    await hand.press(records.getByRole('button', {name: `Undo all ${HOW_MANY}`}))
    const undo = page.getByRole('dialog', {name: `Undo ${HOW_MANY} repairs`})
    await hand.press(undo.getByRole('button', {name: `Undo ${HOW_MANY}`, exact: true}))
    await undo.getByText(`${HOW_MANY} done, 0 failed, 0 skipped`).waitFor()

    const {made, ...rest} = changed()
    expect(rest).toEqual({changed: {}})
    const documents = demo.lake.documents().filter(({_id}) => made.includes(_id))
    expect(documents.filter(({_type}) => _type === 'passRepair')).toHaveLength(2 * HOW_MANY)
    expect(
      documents.flatMap(({_type, isActive, deactivationReason}) =>
        _type === 'subscription' ? [[isActive, deactivationReason]] : [],
      ),
    ).toEqual(Array.from({length: HOW_MANY}, () => [false, 'undone']))
  },
}
