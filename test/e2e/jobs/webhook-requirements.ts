import {expect} from 'vitest'
import type {Job} from './job.ts'

export const webhookRequirements: Job = {
  name: 'Whether the webhook does its work is seen on one screen, with what to do where it does not',
  from: '/passes',
  async walk({page, hand, changed}) {
    await hand.press(page.getByRole('tab', {name: 'Health'}))
    const mending = page.getByRole('region', {name: /^Needs mending \(\d+\)$/})
    await mending.getByRole('heading', {name: 'Kinds of the passes on sale'}).waitFor()
    await mending.getByText('Open the pass and complete it, or take it off sale.').first().waitFor()
    await hand.press(page.getByRole('button', {name: 'Examine again'}))
    await page.getByRole('table').first().waitFor()
    expect(changed()).toEqual({made: [], changed: {}})
  },
}
