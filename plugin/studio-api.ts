// The only file that takes names which Sanity marks as beta, so that a change of theirs is mended in one place.
export {defineDocumentInspector} from 'sanity'
export type {
  DocumentActionComponent,
  DocumentBadgeComponent,
  DocumentInspector,
  DocumentInspectorProps,
  LayoutProps,
} from 'sanity'
export type {ComponentViewBuilder, StructureBuilder, UserViewComponent} from 'sanity/structure'
