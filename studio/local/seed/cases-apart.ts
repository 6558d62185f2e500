import {DAY, HOUR, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {CLIP_CARD, DAY_DROP_IN, DROP_IN, HAVN_FIVE, TRIAL} from './catalogue.ts'
import {grant, sell} from './sale.ts'
import {HAVN} from './schools.ts'
import type {SeedCase} from './seed-case.ts'
import type {SeedClock} from './seed-clock.ts'
import {studentNamed} from './students.ts'
import {upgrade} from './upgrade.ts'

/** What is out of the ordinary in other ways: some of it wrong, some of it as it should be. */
export function casesApart(clock: SeedClock): SeedCase[] {
  return [
    madeUpReference(clock),
    gift(clock),
    sellsForAnotherSchool(clock),
    garbled(clock),
    paidLate(clock),
    upgraded(clock),
    refundedAndEnded(clock),
  ]
}

/** The office typed something into the field for the payment's id. */
function madeUpReference(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(25, 13)
  const sale = sell({key: 'leila-clips', student: studentNamed('Leila Hosseini'), pass: CLIP_CARD, at}, clock)
  const held = withoutPayment(grant(sale, {manuallyCreated: true, manualCreationReason: 'Paid at the desk'}))
  return {verdict: 'unpaid', sales: [], documents: [{...held, stripePaymentId: 'manual_leila_clip_card'}]}
}

function gift(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(13, 10)
  const sale = sell({key: 'magnus-clips', student: studentNamed('Magnus Tveit'), pass: CLIP_CARD, at}, clock)
  const held = grant(sale, {
    purchasePrice: 0,
    manuallyCreated: true,
    manualCreationReason: 'Prize of the summer party',
  })
  return {verdict: 'unpaid', sales: [], documents: [withoutPayment(held)]}
}

/** The session is on Fjord's account, and names the other school and its pass. */
function sellsForAnotherSchool(clock: SeedClock): SeedCase {
  const student = studentNamed('Nora Brekke')
  const named = {passId: HAVN_FIVE.id, passType: HAVN_FIVE.type, userId: student.clerkId, tenantId: HAVN.id}
  const sale = sell(
    {
      key: 'nora-five',
      student,
      pass: DROP_IN,
      at: clock.daysAgo(27, 15, 26),
      session: {
        description: HAVN_FIVE.name,
        productMetadata: named,
        metadata: {type: 'pass_purchase', ...named, tenantSlug: HAVN.slug},
      },
    },
    clock,
  )
  return {
    verdict: 'conflict',
    sales: [sale],
    documents: [],
    webhookError: 'Pass does not belong to this account',
  }
}

/** An import wrote the price with its unit. */
function garbled(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(14, 12)
  const sale = sell({key: 'petra-trial', student: studentNamed('Petra Nováková'), pass: TRIAL, at}, clock)
  return {
    verdict: 'unreadable',
    sales: [],
    documents: [{...withoutPayment(grant(sale)), purchasePrice: '250 kr', isActive: true}],
  }
}

/** The terms count from when the checkout was opened, two hours before it was paid. */
function paidLate(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(4, 15, 30)
  const student = studentNamed('Oskar Hellström')
  const sale = sell({key: 'oskar-day', student, pass: DAY_DROP_IN, at, paidAfter: 2 * HOUR}, clock)
  return {verdict: 'matched', sales: [sale], documents: [grant(sale)]}
}

function upgraded(clock: SeedClock): SeedCase {
  const student = studentNamed('Oskar Hellström')
  const first = sell({key: 'oskar-trial', student, pass: TRIAL, at: clock.daysAgo(30, 18, 2)}, clock)
  const at = clock.daysAgo(28, 12, 44)
  const {sale, document} = upgrade({key: 'oskar-upgrade', from: first, to: CLIP_CARD, at}, clock)
  const old = grant(first, {
    isActive: false,
    upgradedAt: toIso(sale.paidAt),
    upgradedToPassId: CLIP_CARD.id,
    upgradedToPassName: CLIP_CARD.name,
  })
  return {verdict: 'matched', sales: [first, sale], documents: [old, {...document, remainingClips: 6}]}
}

function refundedAndEnded(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(36, 17, 38)
  const sale = sell(
    {
      key: 'nora-clips',
      student: studentNamed('Nora Brekke'),
      pass: CLIP_CARD,
      at,
      session: {refunded: true, refundedAt: new Date(at + 2 * DAY)},
    },
    clock,
  )
  const ended = grant(sale, {
    isActive: false,
    deactivationReason: 'Refunded, moved abroad',
    deactivatedAt: toIso(at + 2 * DAY + HOUR),
  })
  return {verdict: 'matched', sales: [sale], documents: [ended]}
}

function withoutPayment({
  stripeSessionId: _session,
  stripePaymentId: _intent,
  webhookEventId: _event,
  createdViaWebhook: _via,
  ...rest
}: LakeDocument): LakeDocument {
  return rest
}
