import type {Entitlement} from '../contract/entitlement.ts'
import type {Ledger} from '../contract/facts.ts'
import type {Instant} from '../contract/instant.ts'
import type {Pass} from '../contract/pass.ts'
import type {Student} from '../contract/student.ts'
import {personOf} from './people.ts'

/** What the student's own site asks of an entitlement, in its order. */
export type ClauseName = 'student' | 'active' | 'ends' | 'school' | 'type' | 'classes'

export type Clause = {clause: ClauseName; holds: boolean}

export type Answer = {
  /** Every clause holds. */
  yes: boolean
  clauses: Clause[]
}

/** "Does the student see it?" and "can they book with it?" */
export type Answers = {shown: Answer; bookable: Answer}

/** Types that the site books with, and whether it counts their classes. */
const COUNTED: Readonly<Record<string, boolean>> = {
  monthly: false,
  single: true,
  'multi-pass': true,
  clipcard: true,
}

/**
 * The two questions that a student's complaint comes down to, answered clause by clause as the student's site
 * decides them at this school, at `now` in milliseconds.
 *
 * @example
 * const {shown} = answers(entitlement, facts, Date.now())
 * shown.clauses.find(({holds}) => !holds)?.clause // 'school'
 */
export function answers(
  entitlement: Entitlement,
  {school, passes, students}: Pick<Ledger, 'school' | 'passes' | 'students'>,
  now: Instant,
): Answers {
  const {type, classesLeft, ends, active} = entitlement
  const end = ends?.at ?? null
  const shown: Clause[] = [
    {clause: 'student', holds: meansSomebody(entitlement.student, students)},
    {clause: 'active', holds: active},
    {clause: 'ends', holds: end !== null && end > now},
    {clause: 'school', holds: isOfSchool(entitlement, school.id, passes)},
  ]
  const isCounted = type !== null && Object.hasOwn(COUNTED, type) ? (COUNTED[type] ?? null) : null
  const bookable: Clause[] = [
    ...shown,
    {clause: 'type', holds: isCounted !== null},
    {clause: 'classes', holds: isCounted === false || (classesLeft !== null && classesLeft > 0)},
  ]
  return {shown: answer(shown), bookable: answer(bookable)}
}

function answer(clauses: Clause[]): Answer {
  return {yes: clauses.every(({holds}) => holds), clauses}
}

/** The site looks for the signed-in Clerk id, or for the id of a user document that has it. */
function meansSomebody(reference: string | null, students: readonly Student[]): boolean {
  return reference !== null && students.some((one) => one.id === reference || personOf(one) === reference)
}

function isOfSchool({school, pass}: Entitlement, wanted: string, passes: readonly Pass[]): boolean {
  if (school !== null) return school === wanted
  return passes.some(({id, school: ofPass}) => id === pass && ofPass === wanted)
}
