import type {StudentState} from '../../hooks/use-student.ts'

/** What is known of a student at one school, once it was read. */
export type KnownStudent = Extract<StudentState, {state: 'ready'}>
