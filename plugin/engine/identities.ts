import type {Student} from '../core/contract/student.ts'
import {personOf} from '../core/reconcile/people.ts'

/** One user document of a person, and what ties it to the one that was asked for. */
export type Identity = {
  student: Student
  /** `opened`: the document asked for. An email is weaker: a parent and a child may share one. */
  sharedBy: 'opened' | 'clerk_id' | 'email'
}

/**
 * All user documents of the person behind one of them, that one first, then the oldest first.
 * Empty when the facts do not hold the document.
 */
export function identitiesOf(studentId: string, students: readonly Student[]): Identity[] {
  const opened = students.find(({id}) => id === studentId)
  if (!opened) return []
  const others = students
    .filter(({id}) => id !== studentId)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .flatMap((student): Identity[] => {
      if (personOf(student) === personOf(opened)) return [{student, sharedBy: 'clerk_id'}]
      if (student.email !== null && student.email === opened.email) return [{student, sharedBy: 'email'}]
      return []
    })
  return [{student: opened, sharedBy: 'opened'}, ...others]
}

/** Whether an entitlement's reference means one of these people: it is a document's id or, from old webhooks, a Clerk id. */
export function isHeldBy(identities: readonly Identity[], reference: string | null): boolean {
  return (
    reference !== null &&
    identities.some(({student}) => student.id === reference || personOf(student) === reference)
  )
}
