import {expect} from 'vitest'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {TRIAL} from '../../../studio/local/seed/catalogue.ts'
import {sell} from '../../../studio/local/seed/sale.ts'
import {ORDINARY_STUDENTS} from '../../../studio/local/seed/students.ts'
import {sentenceOf} from '../rows.ts'
import type {Job} from './job.ts'

const [quyen] = ORDINARY_STUDENTS
export const SYNC_SECRET = 'of-the-scheduler-of-these-walks'

export const weeklyCheck: Job = {
  name: 'Nobody counts on Mondays any more: what the scheduled sync repaired is told, and what it left is listed',
  from: '/passes',
  sales: (clock) => [
    sell({key: 'by-itself', student: quyen, pass: TRIAL, at: clock.now - 20 * MINUTE}, clock),
  ],
  async walk({page, hand, demo, changed}) {
    await page.getByText(/no scan scheduled/).waitFor()
    const answer = await fetch(`${demo.url}/api/v1/sync`, {
      method: 'POST',
      headers: {authorization: `Bearer ${SYNC_SECRET}`, 'content-type': 'application/json'},
      body: JSON.stringify({schools: ['school-fjord'], write: true}),
    })
    expect(answer.status).toBe(200)
    await page.getByText(/last scan/).waitFor()
    const {made, changed: fields} = changed()
    expect(made.map((id) => id.replace(/cs_.*/, '…'))).toEqual(['passRepair.…', 'subscription-…'])
    expect(Object.keys(fields)).toEqual(['passSync.school-fjord'])

    await sentenceOf(page, 'Dagny Fossum').waitFor()
    await hand.press(page.getByRole('tab', {name: 'Activity'}))
    const done = page.getByRole('listitem').filter({hasText: quyen.name}).filter({hasText: '(by itself)'})
    await done.getByText(/Pass granted/).waitFor()
    await hand.press(done.getByRole('button', {name: 'Before and after'}))
    await done.getByText('This pass was made:').waitFor()
  },
}
