import type {Facts} from '../core/contract/facts.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import type {Student} from '../core/contract/student.ts'
import type {Judge} from '../live/facts-state.ts'
import {identitiesOf} from './identities.ts'
import {joinFacts} from './join-facts.ts'

/** What is known of one student at a school, and the verdicts on it. */
export type StudentStory = {facts: Facts; reconciliation: Reconciliation}

/**
 * What the function answered for a student, with whatever a scan of the school found of them besides, judged. Null
 * when nobody knows them.
 */
export function studentStory(
  student: string,
  {known, scan}: {known: Facts | null; scan: Facts | null},
  judge: Judge,
): StudentStory | null {
  const facts = joinFacts(student, known, scan)
  if (facts === null) return null
  const reconciliation = judge(facts)
  return {
    facts: {...facts, students: peopleIn(facts, reconciliation, student), bookings: []},
    reconciliation,
  }
}

/** Of all the school's people, those that a screen about one of them can name. */
function peopleIn(facts: Facts, {entries}: Reconciliation, student: string): Student[] {
  const same = identitiesOf(student, facts.students).map((identity) => identity.student.id)
  const named = entries.flatMap((entry) => [
    entry.student,
    ...(entry.repair?.choices ?? []).map((choice) => choice.student),
  ])
  const ids = new Set([...same, ...named, ...facts.entitlements.map((held) => held.student)])
  return facts.students.filter(({id, clerkId}) => ids.has(id) || ids.has(clerkId))
}
