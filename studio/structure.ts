import type {
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
  ViewBuilder,
} from 'sanity/structure'

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

/** What a held pass is called, at the members' schools too. */
const HELD = new Set(['subscription', 'membership'])

/** A held pass has a view beside its form, as in a school with a structure of its own. */
export function documentNode(view: (S: StructureBuilder) => ViewBuilder): DefaultDocumentNodeResolver {
  return (S, {schemaType}) =>
    HELD.has(schemaType) ? S.document().views([S.view.form(), view(S)]) : S.document()
}
