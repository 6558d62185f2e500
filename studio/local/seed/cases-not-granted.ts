import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {CLIP_CARD, DROP_IN, TRIAL, TWO_COURSES} from './catalogue.ts'
import {grantByHand, OFFICE_DELAY, sell} from './sale.ts'
import {FJORD} from './schools.ts'
import type {SeedCase} from './seed-case.ts'
import type {SeedClock} from './seed-clock.ts'
import {studentNamed} from './students.ts'

const NO_SIGNATURE = 'No signatures found matching the expected signature for payload'

/** The one that the whole product is about: the money is there, the webhook failed, the student sees no pass. */
export function paidNoPass(clock: SeedClock): SeedCase {
  const sale = sell(
    {key: 'ada-trial', student: studentNamed('Ada Lindqvist'), pass: TRIAL, at: clock.daysAgo(2, 18, 4)},
    clock,
  )
  return {verdict: 'missing', sales: [sale], documents: [], webhookError: NO_SIGNATURE}
}

/** Paid, and no pass that can be found by its ids. */
export function casesNotGranted(clock: SeedClock): SeedCase[] {
  const unlinked = sell(
    {key: 'idris-trial', student: studentNamed('Idris Warsame'), pass: TRIAL, at: clock.daysAgo(16, 19, 12)},
    clock,
  )
  return [
    paidNoPass(clock),
    {
      verdict: 'in_transit',
      sales: [
        sell(
          {
            key: 'johanna-drop-in',
            student: studentNamed('Johanna Kivelä'),
            pass: DROP_IN,
            at: clock.minutesAgo(3),
            paidAfter: 2 * MINUTE,
          },
          clock,
        ),
      ],
      documents: [],
    },
    {
      verdict: 'missing',
      sales: [
        sell(
          {
            key: 'kasper-course',
            student: studentNamed('Kasper Lund'),
            pass: TWO_COURSES,
            at: clock.daysAgo(9, 16, 40),
          },
          clock,
        ),
      ],
      documents: [],
      webhookError: 'Unknown pass type: subscription',
    },
    {
      verdict: 'unlinked',
      sales: [unlinked],
      documents: [grantByHand(unlinked, OFFICE_DELAY)],
      webhookError: NO_SIGNATURE,
    },
    namesNoPass(clock),
    namesNoStudent(clock),
  ]
}

function namesNoPass(clock: SeedClock): SeedCase {
  const student = studentNamed('Hanna Sørli')
  const named = {userId: student.clerkId, tenantId: FJORD.id}
  const sale = sell(
    {
      key: 'hanna-offer',
      student,
      pass: CLIP_CARD,
      at: clock.daysAgo(22, 12, 31),
      session: {
        description: 'Autumn offer',
        productMetadata: named,
        metadata: {type: 'pass_purchase', ...named, tenantSlug: FJORD.slug},
      },
    },
    clock,
  )
  return {verdict: 'unattributed', sales: [sale], documents: [], webhookError: 'Pass not found: undefined'}
}

/** A parent paid, signed in as nobody, with an address that the school has never seen. */
function namesNoStudent(clock: SeedClock): SeedCase {
  const named = {passId: DROP_IN.id, passType: DROP_IN.type, tenantId: FJORD.id}
  const sale = sell(
    {
      key: 'parent-drop-in',
      student: studentNamed('Hanna Sørli'),
      pass: DROP_IN,
      at: clock.daysAgo(33, 9, 15),
      session: {
        email: 'marit.odegard@example.com',
        name: 'Marit Ødegård',
        productMetadata: named,
        metadata: {
          type: 'pass_purchase',
          ...named,
          tenantSlug: FJORD.slug,
          originalPrice: '250',
          finalPrice: '250',
        },
      },
    },
    clock,
  )
  return {verdict: 'unattributed', sales: [sale], documents: [], webhookError: 'User not found: undefined'}
}
