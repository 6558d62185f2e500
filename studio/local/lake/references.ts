import {isRecord} from './lake-document.ts'

/** A reference found anywhere inside a document. */
export type Reference = {id: string; weak: boolean}

/**
 * Every reference in a value. References into another dataset or a media library are left out:
 * what they point at isn't here.
 */
export function referencesIn(value: unknown, found: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found)
    return found
  }
  if (!isRecord(value)) return found
  const id = value['_ref']
  if (typeof id === 'string') {
    const elsewhere = typeof value['_dataset'] === 'string' || value['_type'] === 'globalDocumentReference'
    if (!elsewhere) found.push({id, weak: value['_weak'] === true})
  }
  for (const key of Object.keys(value)) referencesIn(value[key], found)
  return found
}

/** The ids that must exist for this document to be written. */
export function strongReferences(value: unknown): Set<string> {
  return new Set(referencesIn(value).flatMap(({id, weak}) => (weak ? [] : [id])))
}
