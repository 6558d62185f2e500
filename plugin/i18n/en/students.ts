export const students = {
  'students.title': 'Students',
} as const
