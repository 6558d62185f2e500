import {expect, it} from 'vitest'
import {entryParties} from '../../../plugin/engine/entry-parties.ts'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {proofText} from '../../../plugin/tool/parts/proof-text.ts'
import {entitlement, entry, facts, NOON, payment, student} from '../students/people.ts'

const wording = {
  text: (key: string) => key,
  money: () => '250 kr',
  times: {date: () => '10 Mar', dateTime: () => '10 Mar, 13:00', clock: () => '13:00'},
  currency: 'nok',
}
const known = facts({
  students: [student({id: 'ada', name: 'Ada Berg'})],
  payments: [payment({id: 'cs_1', paidAt: NOON, email: 'parent@example.com'})],
  entitlements: [entitlement({id: 'e1', session: 'cs_1'})],
})
const proofOf = (of: Parameters<typeof entry>[0]) =>
  proofText(entryParties(entry(of), indexFacts(known)), wording).split('\n')

it('says what was paid, by whom and under which id, what is held and the verdict, in plain lines', () => {
  const lines = proofOf({key: 'cs_1', payment: 'cs_1', student: 'ada', entitlements: ['e1']})
  expect(lines).toEqual(
    expect.arrayContaining([
      'field.student: Ada Berg',
      'entry.paid: 250 kr · 10 Mar, 13:00',
      expect.stringMatching(/^entry\.by: .*parent@example\.com$/),
      'entry.session: cs_1',
      'entry.pass_held: Open week Trial Pass · e1',
      'mismatches.filter.verdict: verdict.matched',
    ]),
  )
})

it('says that there is no pass, and no payment, where there is none', () => {
  const missing = proofOf({key: 'cs_1', payment: 'cs_1', student: 'ada', verdict: 'missing'})
  expect(missing).toContain('entry.pass_held: entry.no_pass')
  const unpaid = proofOf({key: 'e1', payment: null, entitlements: ['e1'], verdict: 'unpaid'})
  expect(unpaid).toContain('entry.no_payment')
})
