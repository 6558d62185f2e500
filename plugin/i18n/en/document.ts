export const document = {
  'inspector.title': 'Passes & payments',
  'badge.mismatches_one': '{{count}} mismatch',
  'badge.mismatches_other': '{{count}} mismatches',
  'badge.title': 'Payments and passes do not agree. Open “Passes & payments” to see why.',
  'badge.misnamed': '“documents” does not fit this Studio',
  'action.misnamed':
    'Payments and passes are not read: the option “documents” names what this Studio does not have. Open “Passes & payments” to see what.',
  'action.repair': 'Repair pass',
  'action.reading': 'Payments and passes are still being read.',
  'action.none': 'Nothing to repair: no mismatch is known.',
  'action.open': 'Open “Passes & payments”',
  'action.unknown': 'Payments and passes were not read yet.',
  'action.review_one': 'Review {{count}} mismatch',
  'action.review_other': 'Review {{count}} mismatches',
} as const
