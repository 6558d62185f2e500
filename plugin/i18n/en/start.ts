/** What a Studio says of the plugin before anybody has opened anything of it: every Studio carries it from its start. */
export const start = {
  'inspector.title': 'Passes & payments',
  'action.repair': 'Repair pass',
  'action.reading': 'Payments and passes are still being read.',
} as const
