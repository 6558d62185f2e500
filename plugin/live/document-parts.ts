import type {Facts} from '../core/contract/facts.ts'
import {parseDocuments} from '../core/documents/parse-documents.ts'
import type {DocumentParts} from './revise-facts.ts'

/** One document in our words, as seen from the school that the facts are of. */
export function documentParts(document: unknown, {school}: Facts): DocumentParts {
  // Documents are read with their school beside them, for the zone in which dates without one are meant.
  const tenant = {
    _id: school.id,
    _type: 'tenant',
    stripeConnect: {country: school.country},
    settings: {timezone: school.timeZone},
  }
  return parseDocuments([tenant, document], {school: school.id})
}
