export const remark = {
  'remark.title': 'Notes',
  'remark.waits': 'Waiting for the student',
  'remark.filter': 'Notes',
  'remark.filter.any': 'With or without a note',
  'remark.filter.waiting': 'Waiting for the student',
  'remark.filter.noted': 'With a note',
} as const
