import {expect, it} from 'vitest'
import {joinFacts} from '../../../plugin/engine/join-facts.ts'
import {entitlement, facts, payment, student} from './people.ts'

const ada = student({id: 'ada', clerkId: 'user_ada', email: 'ada@example.com'})
const bo = student({id: 'bo'})
const {names} = payment({id: 'any'})

it('adds what only the Clerk id ties to the person, and nothing of anybody else', () => {
  const known = facts({
    students: [ada],
    payments: [payment({id: 'cs_1', email: 'ada@example.com'})],
    read: [],
  })
  const scan = facts({
    students: [ada, bo],
    payments: [
      payment({id: 'cs_1', email: 'ada@example.com'}),
      payment({id: 'cs_2', email: 'parent@example.com', names: {...names, clerkId: 'user_ada'}}),
      payment({id: 'cs_3', email: 'bo@example.com'}),
    ],
    entitlements: [
      entitlement({id: 'e2', student: 'ada', session: 'cs_2'}),
      entitlement({id: 'e3', student: 'bo', session: 'cs_3'}),
    ],
    read: [{account: 'acct_A', from: 1, to: 2}],
  })

  const joined = joinFacts('ada', known, scan)

  expect(joined?.payments.map(({id}) => id)).toEqual(['cs_1', 'cs_2'])
  expect(joined?.entitlements.map(({id}) => id)).toEqual(['e2'])
  expect(joined?.read).toEqual(scan.read)
})

it('keeps what was read for the person over what the scan says of the same', () => {
  const known = facts({
    students: [ada],
    entitlements: [entitlement({id: 'e1', student: 'ada', rev: 'newer'})],
  })
  const scan = facts({students: [ada], entitlements: [entitlement({id: 'e1', student: 'ada', rev: 'older'})]})

  expect(joinFacts('ada', known, scan)?.entitlements).toMatchObject([{rev: 'newer'}])
})

it('knows a student of no school by a payment that the scan found', () => {
  const scan = facts({
    students: [ada, bo],
    payments: [payment({id: 'cs_2', names: {...names, clerkId: 'user_ada'}}), payment({id: 'cs_3'})],
  })

  expect(joinFacts('ada', null, scan)?.payments.map(({id}) => id)).toEqual(['cs_2'])
  expect(joinFacts('nobody', null, scan)).toBeNull()
})

it('shows the pass that somebody else holds for the person’s payment', () => {
  const known = facts({students: [ada], payments: [payment({id: 'cs_1', email: 'ada@example.com'})]})
  const scan = facts({
    students: [ada, bo],
    entitlements: [entitlement({id: 'e1', student: 'bo', session: 'cs_1'})],
  })

  expect(joinFacts('ada', known, scan)?.entitlements.map(({id}) => id)).toEqual(['e1'])
})
