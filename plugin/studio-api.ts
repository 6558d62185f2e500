// The only file that takes names which Sanity marks as beta, so that a change of theirs is mended in one place.
export {defineDocumentInspector} from 'sanity'
export type {DocumentInspector, DocumentInspectorProps} from 'sanity'
