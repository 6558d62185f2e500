import type {students as en} from '../en/students.ts'

export const students: Record<keyof typeof en, string> = {
  'students.title': 'Elever',
}
