export const document = {
  'badge.mismatches_one': '{{count}} mismatch',
  'badge.mismatches_other': '{{count}} mismatches',
  'badge.title': 'Payments and passes do not agree. Open “Passes & payments” to see why.',
  'badge.misnamed': '“documents” does not fit this Studio',
  'action.misnamed':
    'Payments and passes are not read: the option “documents” names what this Studio does not have. Open “Passes & payments” to see what.',
  'action.none': 'Nothing to repair: no mismatch is known.',
  'action.open': 'Open “Passes & payments”',
  'action.unknown': 'Payments and passes were not read yet.',
  'action.review_one': 'Review {{count}} mismatch',
  'action.review_other': 'Review {{count}} mismatches',
  'schema.wrong.title': 'What “documents” says does not fit this Studio',
  'schema.wrong.action':
    'Whoever maintains the Studio can mend it in sanity.config.ts. Until then nothing is read or written.',
} as const
