import {expect, test} from 'vitest'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {settingOf} from '../../plugin/core/reconcile/setting.ts'
import {isKnownHere, whereKnown} from '../../plugin/core/reconcile/where-known.ts'
import {worldOf} from '../../plugin/core/reconcile/world.ts'
import {aPass, aPayment, aStudent, byHand, NOW, someFacts, someNames} from './build-facts.ts'

const ida = aStudent({id: 'u7', clerkId: 'user_7', email: 'ida@example.com', school: null})
const nameless = someNames({clerkId: null})

function known(of: Partial<Facts>, id = 'u7') {
  const facts = someFacts({students: [ida], ...of})
  const where = whereKnown(worldOf(facts, settingOf({now: NOW})), facts, id)
  expect(isKnownHere(facts, id)).toBe(where === 'here')
  return where
}

test.each<[string, Partial<Facts>]>([
  ['their document names the school', {students: [{...ida, school: 'T'}]}],
  [
    'another document of theirs does',
    {
      students: [
        {...ida, school: 'U'},
        {...ida, id: 'u8', school: 'T', email: null},
      ],
    },
  ],
  ['they hold a pass that is filed here', {entitlements: [byHand({student: 'u7', pass: null})]}],
  ['they held one under their Clerk id', {entitlements: [byHand({student: 'user_7', active: false})]}],
  [
    'they hold a pass of this school that is filed nowhere',
    {entitlements: [byHand({student: 'u7', school: null})]},
  ],
  [
    'they hold a pass of this school that is filed at another',
    {entitlements: [byHand({student: 'u7', school: 'U'})]},
  ],
  ['they took a class here', {bookings: [{student: 'user_7', type: null, at: NOW}]}],
  ['a payment here names them', {payments: [aPayment({names: someNames({clerkId: 'user_7'}), email: null})]}],
  ['a payment here has their email', {payments: [aPayment({names: nameless, email: 'ida@example.com'})]}],
])('somebody is known at the school where %s', (_, of) => {
  expect(known(of)).toBe('here')
})

test.each<[string, Partial<Facts>]>([
  ['their document names another school', {students: [{...ida, school: 'U'}]}],
  [
    'they hold a pass of another',
    {passes: [aPass({school: 'U'})], entitlements: [byHand({student: 'u7', school: null})]},
  ],
  ['a pass of theirs is filed there', {entitlements: [byHand({student: 'u7', school: 'U', pass: null})]}],
])('somebody is another school’s where %s', (_, of) => {
  expect(known(of)).toBe('elsewhere')
})

test.each<[string, Partial<Facts>]>([
  [
    'others hold passes and took classes',
    {entitlements: [byHand({student: 'u1'})], bookings: [{student: 'u1', type: null, at: NOW}]},
  ],
  [
    'a checkout with their email was not paid',
    {payments: [aPayment({names: nameless, email: 'ida@example.com', paid: false})]},
  ],
  ['somebody else is a student here', {students: [ida, aStudent({school: 'T'})]}],
  [
    'somebody else paid here, with an email of their own',
    {payments: [aPayment({names: nameless, email: 'ada@example.com'})]},
  ],
  [
    'neither they nor a payment have an email',
    {students: [{...ida, email: null}], payments: [aPayment({names: nameless, email: null})]},
  ],
  [
    'a pass of theirs says neither school nor what it is',
    {entitlements: [byHand({student: 'u7', school: null, pass: null})]},
  ],
])('nobody knows somebody of whom is only known that %s', (_, of) => {
  expect(known(of)).toBe('nowhere')
})

test('a name that only means a document is nobody’s id, nor is one that nothing has', () => {
  expect(known({students: [{...ida, school: 'T'}]}, 'user_7')).toBeNull()
  expect(known({}, 'u9')).toBeNull()
})
