import type {Entitlement} from '../contract/entitlement.ts'
import type {Student} from '../contract/student.ts'
import type {FindFaults, Finding} from './find-faults.ts'
import {isEnded, isUpgradedInPlace, type Case} from './case.ts'
import {TRACES} from './revocation.ts'
import {wasDecided} from './was-decided.ts'
import {personOf} from './people.ts'

/** What keeps the student from seeing or using it while its dates allow. */
export const findHidden: FindFaults = (one, entitlement) => {
  const {world, attribution} = one
  if (isEnded(entitlement, world.setting.now)) return []
  const findings: Finding[] = []
  const add = (reason: Finding['reasons'][number], certain: boolean, mend: Finding['mend']): void => {
    findings.push({verdict: 'hidden', reasons: [reason], certain, mend})
  }
  // An entitlement upgraded in place is two payments' and left as it is, but for who may see it.
  const school = {set: {school: world.school.id}, unset: []}
  if (entitlement.school === null) add('school_absent', true, school)
  else if (entitlement.school !== world.school.id)
    add('school_other', !isUpgradedInPlace(entitlement), school)
  if (!entitlement.active) {
    const unset = entitlement.deactivationReason === null ? [] : TRACES
    add('inactive', false, {set: {active: true}, unset})
  }
  const {student} = attribution.payer
  const isPlain = student !== null && entitlement.student === student.id
  const document = isPlain ? student : referredTo(one, entitlement)
  if (!isPlain && !isForPayer(one, entitlement, document)) {
    add('student_reference', false, student === null ? null : {set: {student: student.id}, unset: []})
  }
  if ((document ?? student)?.role === 'pending') add('student_pending', false, null)
  return findings
}

/** Whether nothing speaks against whom it refers to. Who typed an email may have paid for somebody else. */
function isForPayer(one: Case, {student: reference}: Entitlement, document: Student | null): boolean {
  const {student, by, clerkId} = one.attribution.payer
  const holder = document === null ? reference : personOf(document)
  if (holder === (student === null ? clerkId : personOf(student))) return true
  if (document === null) return false
  const isNamed = by === 'metadata' || by === 'product' || by === 'choice'
  return !isNamed || wasDecided(one)
}

function referredTo({world}: Case, {student}: Entitlement): Student | null {
  return student === null ? null : world.people.byReference(student)
}
