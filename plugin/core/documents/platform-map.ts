import type {DocumentMap, MappedKind} from './document-map.ts'
import {PLATFORM_DOCUMENTS, REFERENCES, type DocumentKind} from './platform-documents.ts'

/** What it is where a school says nothing: the platform's own. */
export const PLATFORM_MAP: DocumentMap = {
  kinds: {
    school: asItIs('school'),
    student: asItIs('student'),
    pass: asItIs('pass'),
    entitlement: asItIs('entitlement'),
    booking: asItIs('booking'),
  },
  only: null,
  timeZone: null,
  currency: null,
}

function asItIs(kind: DocumentKind): MappedKind {
  const {type, fields} = PLATFORM_DOCUMENTS[kind]
  const mapped = Object.entries(fields).map(([field, ours]) => {
    const isReference = REFERENCES.has(field)
    return [field, {ours, theirs: ours, ids: null, isReference, values: null}] as const
  })
  return {type, fields: Object.fromEntries(mapped)}
}
