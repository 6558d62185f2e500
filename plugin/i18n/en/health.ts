import {healthWords} from '../../core/words/health.ts'

export const health = {
  ...healthWords,
  'health.reading': 'Examining the installation…',
  'health.again': 'Examine again',
  'health.as_of': 'Examined {{time}}',
  'health.group': '{{state}} ({{count}})',
  'health.open_stripe': 'Open in Stripe',
  'health.open_pass': 'Open {{name}}',
  'health.sales': 'Sales and their passes',
  'health.sales_of': 'Last {{days}} days: {{granted}} of {{paid}} sales have their pass.',
  'health.sales_newest':
    'Last {{days}} days: {{granted}} of the newest {{paid}} sales have their pass. There were more than were read.',
  'health.failures': 'What the webhook could not deal with',
  'health.failure': '{{cause}}: {{count}}, last {{time}}',
  'health.cause.unfinished': 'Begun and never finished',
  'health.events': 'The last things that Stripe told',
  'health.events.none': 'Nothing in the last 30 days.',
  'health.not_read': 'This could not be read. Above stands why.',
  'health.column.at': 'When',
  'health.column.event': 'What',
  'health.column.amount': 'Amount',
  'health.column.pass': 'Pass',
  'health.column.outcome': 'Outcome',
} as const
