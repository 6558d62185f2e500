import type {DocumentMap, MappedField, MappedKind} from './document-map.ts'
import {PLATFORM_DOCUMENTS, REFERENCES, UPGRADE_FIELDS, type DocumentKind} from './platform-documents.ts'

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
    const of = field === 'upgradeHistory' ? fieldsAsTheyAre(UPGRADE_FIELDS) : null
    return [field, {...fieldAsItIs(ours, REFERENCES.has(field)), of}] as const
  })
  return {type, fields: Object.fromEntries(mapped)}
}

function fieldsAsTheyAre(names: Readonly<Record<string, string>>): MappedKind['fields'] {
  return Object.fromEntries(Object.entries(names).map(([field, ours]) => [field, fieldAsItIs(ours, false)]))
}

function fieldAsItIs(ours: string, isReference: boolean): MappedField {
  return {ours, theirs: ours, ids: null, isReference, values: null, unit: null, of: null}
}
