export const inspector = {
  'inspector.not_published': 'This pass was never published. Publish it to see its payment.',
  'inspector.no_student': 'This pass names no student, so nobody sees it.',
  'inspector.student_gone': 'This pass names {{id}}, and no student has this id, so nobody sees it.',
  'inspector.other_school': 'This pass belongs to a school that you may not act for.',
  'inspector.payment': 'This pass and its payment',
  'inspector.not_seen': 'This pass is not among what {{school}} knows of its student.',
  'inspector.whole_student': 'All payments and passes of this student',
} as const
