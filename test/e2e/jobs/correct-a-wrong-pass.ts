import {expect} from 'vitest'
import {focusIsIn} from '../focus-is-in.ts'
import {rowOf} from '../rows.ts'
import type {Job} from './job.ts'

export const correctAWrongPass: Job = {
  name: 'A pass that somebody guessed by its price becomes the one that was paid, in place',
  from: '/passes',
  async walk({page, hand, demo, changed}) {
    await hand.type(page.getByRole('searchbox'), 'bjørn')
    const row = rowOf(page, 'Bjørn Haugen')
    await hand.repair(row, 'Correct the pass')
    const dialog = page.getByRole('dialog', {name: 'Correct the pass: Bjørn Haugen'})
    await dialog.getByText('These fields of the pass will be set, and nothing else:').waitFor()
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await row.getByText('paid, has the pass').waitFor()
    await focusIsIn(row)
    const {made, ...rest} = changed()
    expect(rest).toEqual({
      changed: {
        'held-bjorn-trial': ['endDate', 'passId', 'passName', 'remainingClips', 'type'],
      },
    })
    expect(made).toEqual([expect.stringMatching(/^passRepair\.cs_.*\.1$/)])
    expect(demo.lake.documents().find(({_id}) => _id === 'held-bjorn-trial')).toMatchObject({
      passName: 'Open week Trial Pass',
      type: 'clipcard',
      remainingClips: 10,
    })
  },
}
