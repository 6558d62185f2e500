import {HOUR, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import {CLIP_CARD, DROP_IN, TRIAL} from './catalogue.ts'
import {grant, sell} from './sale.ts'
import type {SeedCase} from './seed-case.ts'
import type {SeedClock} from './seed-clock.ts'
import {studentNamed} from './students.ts'
import {upgrade} from './upgrade.ts'

/** Paid, and a pass is there, but not as it should be. */
export function casesGrantedWrong(clock: SeedClock): SeedCase[] {
  return [
    wrongPass(clock),
    twice(clock),
    refunded(clock),
    halfUpgraded(clock),
    endsAtOnce(clock),
    noSchool(clock),
  ]
}

/** A repair guessed by price: two passes cost 250 kr. */
function wrongPass(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(12, 20, 22)
  const sale = sell({key: 'bjorn-trial', student: studentNamed('Bjørn Haugen'), pass: TRIAL, at}, clock)
  const guessed = grant(
    {...sale, pass: DROP_IN, passType: 'single'},
    {manuallyCreated: true, manualCreationReason: 'Paid 250 kr, looks like a drop-in'},
  )
  return {verdict: 'wrong_pass', sales: [sale], documents: [guessed]}
}

/** The webhook came late, after the office had made the pass already. */
function twice(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(20, 11, 3)
  const sale = sell({key: 'celine-clips', student: studentNamed('Celine Aas'), pass: CLIP_CARD, at}, clock)
  const later = toIso(sale.paidAt + 3 * HOUR)
  const first = grant(sale, {remainingClips: 8})
  const second = grant(sale, {_id: 'held-celine-clips-again', _createdAt: later, _updatedAt: later})
  return {verdict: 'duplicate', sales: [sale], documents: [first, second]}
}

function refunded(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(15, 14, 47)
  const sale = sell(
    {
      key: 'dagny-clips',
      student: studentNamed('Dagny Fossum'),
      pass: CLIP_CARD,
      at,
      session: {refunded: true, refundedAt: new Date(clock.daysAgo(11, 10))},
    },
    clock,
  )
  return {verdict: 'refunded', sales: [sale], documents: [grant(sale)]}
}

function halfUpgraded(clock: SeedClock): SeedCase {
  const student = studentNamed('Emre Yilmaz')
  const first = sell({key: 'emre-drop-in', student, pass: DROP_IN, at: clock.daysAgo(10, 17, 20)}, clock)
  const old = grant(first)
  const {sale, document} = upgrade(
    {key: 'emre-upgrade', from: first, to: CLIP_CARD, at: clock.daysAgo(8, 19, 5)},
    clock,
  )
  return {verdict: 'upgrade_incomplete', sales: [first, sale], documents: [old, document]}
}

function endsAtOnce(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(6, 21, 11)
  const sale = sell({key: 'frida-clips', student: studentNamed('Frida Nygård'), pass: CLIP_CARD, at}, clock)
  return {verdict: 'wrong_terms', sales: [sale], documents: [grant(sale, {endDate: toIso(at)})]}
}

/** The student's own site shows it all the same, through its fallback for a missing school. */
function noSchool(clock: SeedClock): SeedCase {
  const at = clock.daysAgo(18, 8, 55) + MINUTE
  const sale = sell({key: 'gunnar-clips', student: studentNamed('Gunnar Eide'), pass: CLIP_CARD, at}, clock)
  const document = grant(sale)
  delete document['tenant']
  return {verdict: 'hidden', sales: [sale], documents: [document]}
}
