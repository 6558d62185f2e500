/** What `stripe-passes doctor` says around Health's own words. */
export const doctorWords = {
  'doctor.title': 'Passes and payments: is everything in order?',
  'doctor.live': 'real money',
  'doctor.test': 'TEST money: says nothing about real payments',
  'doctor.installation': 'The installation',
  'doctor.failures': 'What the webhook could not deal with',
  'doctor.failure': '{{cause}}: {{count}}, last {{lastAt}}',
  'doctor.sales': 'Sales and their passes',
  'doctor.sales_of': 'Last {{days}} days: {{granted}} of {{paid}} sales have their pass.',
  'doctor.sales_newest':
    'Last {{days}} days: {{granted}} of the newest {{paid}} sales have their pass. There were more than were read.',
  'doctor.events': 'The last things that Stripe told',
  'doctor.column.at': 'When',
  'doctor.column.event': 'What',
  'doctor.column.amount': 'Amount',
  'doctor.column.pass': 'Pass',
  'doctor.column.outcome': 'Outcome',
} as const
