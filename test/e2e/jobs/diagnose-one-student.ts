import {expect} from 'vitest'
import type {Job} from './job.ts'

export const diagnoseOneStudent: Job = {
  name: 'One student is looked into: who it is, what was paid and held, and every condition of the school’s site',
  from: '/structure/user;student-gunnar-eide',
  async walk({page, hand, changed}) {
    await hand.press(page.getByRole('button', {name: 'Passes & payments'}).first())
    const panel = page.locator('[data-ui="DocumentInspectorPanel"]')
    await panel.getByText(/gunnar\.eide@example\.com · user_/i).waitFor()
    const row = panel.getByRole('listitem').filter({hasText: '10 Single Clip Card'}).first()
    await row.getByText('2,000\u00A0kr').first().waitFor()
    await hand.press(row.getByRole('button', {name: /^The student (sees|does not see) it/}))
    await row.getByText('It is switched on.').waitFor()
    await hand.press(row.getByRole('button', {name: /^The student can(not)? book with it/}))
    await row
      .getByText(/class(es)? left\.?$/)
      .last()
      .waitFor()
    expect(changed()).toEqual({made: [], changed: {}})
  },
}
