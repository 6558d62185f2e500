import type {StructureResolver} from 'sanity/structure'

/** The desk of the members' schools. */
export const membersStructure: StructureResolver = (S) =>
  S.list()
    .title('School')
    .items([
      S.documentTypeListItem('member').title('Members'),
      S.documentTypeListItem('membership').title('Memberships'),
      S.documentTypeListItem('product').title('Products'),
      S.documentTypeListItem('lesson').title('Lessons'),
      S.divider(),
      S.documentTypeListItem('danceSchool').title('Schools'),
    ])
