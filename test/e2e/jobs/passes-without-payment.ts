import {expect} from 'vitest'
import {focusIsIn} from '../focus-is-in.ts'
import {rowOf, sentenceOf} from '../rows.ts'
import type {Job} from './job.ts'

/** A pass made by hand that belongs to a payment: the two are brought together, and no second one is made. */
export const linkToItsPayment: Job = {
  name: 'A pass without payment has one after all: it is linked to it',
  from: '/passes',
  async walk({page, hand, changed}) {
    await hand.type(page.getByRole('searchbox'), 'idris')
    const row = rowOf(page, 'Idris Warsame')
    await hand.repair(row, 'Link to existing pass')
    const dialog = page.getByRole('dialog', {name: 'Link to existing pass: Idris Warsame'})
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await row.getByText('paid, has the pass').waitFor()
    await focusIsIn(row)
    expect(changed()).toEqual({
      made: [expect.stringMatching(/^passRepair\.cs_.*\.1$/)],
      changed: {'held-idris-trial': ['stripePaymentId', 'stripeSessionId']},
    })
  },
}

export const markAsComplimentary: Job = {
  name: 'A pass without payment was a prize: it is marked as complimentary, with the reason',
  from: '/passes',
  async walk({page, hand, changed}) {
    await hand.type(page.getByRole('searchbox'), 'magnus')
    await hand.press(sentenceOf(page, 'Magnus Tveit'))
    const row = rowOf(page, 'Magnus Tveit')
    await hand.press(row.getByRole('button', {name: /^Mark as complimentary/}).first())
    const dialog = page.getByRole('dialog', {name: 'Mark as complimentary: Magnus Tveit'})
    await hand.type(dialog.getByRole('textbox', {name: /Reason/}), 'Prize of the summer party')
    await hand.press(dialog.getByRole('button', {name: 'Show what would be written'}))
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await expect.poll(() => changed().made).toHaveLength(1)
    await dialog.waitFor({state: 'hidden'})
    await focusIsIn(row)
    expect(changed()).toEqual({
      made: ['passRepair.held-magnus-clips.1'],
      changed: {
        'held-magnus-clips': ['complimentary', 'complimentaryAt', 'complimentaryBy', 'complimentaryReason'],
      },
    })
  },
}

export const endWhatNobodyPaid: Job = {
  name: 'A pass without payment was never paid for: it is ended, with the reason, and not deleted',
  from: '/passes',
  async walk({page, hand, demo, changed}) {
    await hand.type(page.getByRole('searchbox'), 'leila')
    await hand.press(sentenceOf(page, 'Leila Hosseini'))
    const row = rowOf(page, 'Leila Hosseini')
    await hand.press(row.getByRole('button', {name: 'End the pass…'}))
    const dialog = page.getByRole('dialog', {name: 'End the pass: Leila Hosseini'})
    await hand.type(dialog.getByRole('textbox', {name: /Reason/}), 'The office finds no receipt')
    await hand.press(dialog.getByRole('button', {name: 'Show what would be written'}))
    await hand.press(dialog.getByRole('button', {name: 'Confirm'}))

    await expect.poll(() => changed().made).toEqual(['passRepair.held-leila-clips.1'])
    await dialog.waitFor({state: 'hidden'})
    await focusIsIn(row)
    const {changed: fields} = changed()
    expect(Object.keys(fields)).toEqual(['held-leila-clips'])
    expect(demo.lake.documents().find(({_id}) => _id === 'held-leila-clips')).toMatchObject({
      isActive: false,
      deactivationReason: 'The office finds no receipt',
    })
  },
}
