export const tool = {
  'tool.tabs': 'Screens',
  'tool.mismatches': 'Mismatches',
  'tool.students': 'Students',
  'tool.activity': 'Activity',
  'tool.health_failing_one': '{{label}} {{count}}: one thing needs mending',
  'tool.health_failing_other': '{{label}} {{count}}: {{count}} things need mending',
  'tool.health': 'Health',
  'tool.schools': 'All schools',
  'tool.school': 'School',
  'tool.test_banner': 'TEST: these are test payments, no real money.',
  'tool.loading': 'Loading…',
  'tool.no_schools.title': 'You may not act for any school yet',
  'tool.no_schools.action':
    'Ask whoever runs the function to add you to its setting SCHOOL_ACCESS, then check again.',
  'tool.other_school.title': 'This link is for a school that you may not act for',
  'tool.other_school.action':
    'Ask whoever runs the function to add “{{id}}” for you to its setting SCHOOL_ACCESS, or go on with your own.',
  'tool.other_school.open': 'Open {{school}}',
  'tool.check_again': 'Check again',
  'tool.close': 'Close',
} as const
