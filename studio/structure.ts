import type {StructureResolver} from 'sanity/structure'

/** The desk as the school knows it: the people first, then what they hold, then the rest. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('School')
    .items([
      S.documentTypeListItem('user').title('Students'),
      S.documentTypeListItem('subscription').title('Passes held'),
      S.documentTypeListItem('pass').title('Passes for sale'),
      S.documentTypeListItem('classInstance').title('Classes'),
      S.divider(),
      S.documentTypeListItem('tenant').title('Schools'),
      S.documentTypeListItem('webhookLog').title('Webhook log'),
    ])
