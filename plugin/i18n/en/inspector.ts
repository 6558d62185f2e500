export const inspector = {
  'inspector.title': 'Passes & payments',
} as const
