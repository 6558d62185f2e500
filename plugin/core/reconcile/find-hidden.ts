import type {FindFaults, Finding} from './find-faults.ts'
import {isEnded, isUpgradedInPlace} from './case.ts'
import {wasDecided} from './was-decided.ts'
import {holderOf} from './world.ts'
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
  if (!entitlement.active) add('inactive', false, {set: {active: true}, unset: []})
  const {student, by, clerkId} = attribution.payer
  const holder = holderOf(world, entitlement.student)
  const document = entitlement.student === null ? null : world.people.byReference(entitlement.student)
  const isPayers = student === null ? holder === clerkId : holder === personOf(student)
  // Who typed an email may have paid for somebody else: only a named payer speaks against a holder who exists.
  const speaksAgainst = document === null || by === 'metadata' || by === 'product' || by === 'choice'
  if (!isPayers && speaksAgainst && (document === null || !wasDecided(one))) {
    add('student_reference', false, student === null ? null : {set: {student: student.id}, unset: []})
  }
  if ((document ?? student)?.role === 'pending') add('student_pending', false, null)
  return findings
}
