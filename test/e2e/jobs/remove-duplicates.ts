import {expect} from 'vitest'
import {focusIsIn} from '../focus-is-in.ts'
import {rowOf} from '../rows.ts'
import type {Job} from './job.ts'

export const removeDuplicates: Job = {
  name: 'The second pass of one payment is ended, the one in use stays, and nothing is deleted',
  from: '/passes',
  async walk({page, hand, demo, changed}) {
    await hand.type(page.getByRole('searchbox'), 'celine')
    const row = rowOf(page, 'Celine Aas')
    await hand.repair(row, 'End the extra pass')
    const dialog = page.getByRole('dialog', {name: 'End the extra pass: Celine Aas'})
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await row.getByText('paid, has the pass').waitFor()
    await focusIsIn(row)
    const {made, changed: fields} = changed()
    expect(made).toEqual([expect.stringMatching(/^passRepair\./)])
    expect(Object.keys(fields)).toEqual(['held-celine-clips-again'])
    const held = demo.lake.documents().filter(({_id}) => _id.startsWith('held-celine-clips'))
    expect(Object.fromEntries(held.map(({_id, isActive}) => [_id, isActive]))).toEqual({
      'held-celine-clips': true,
      'held-celine-clips-again': false,
    })
  },
}
