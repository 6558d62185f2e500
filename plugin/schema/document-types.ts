import type {Documents} from '../core/documents/documents-option.ts'

/** What the school's own types are called that a Studio must know when it starts. */
export type DocumentTypes = {school: string; student: string; entitlement: string}

// By hand: at a Studio's start nothing else of the school's schema is needed yet.
export function documentTypes({school, student, entitlement}: Documents = {}): DocumentTypes {
  return {
    school: school?.type ?? 'tenant',
    student: student?.type ?? 'user',
    entitlement: entitlement?.type ?? 'subscription',
  }
}
