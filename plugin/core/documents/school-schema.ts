import {canonicalJson} from '../contract/canonical-json.ts'
import type {DocumentChange} from '../contract/change.ts'
import {textHash} from '../contract/text-hash.ts'
import type {DocumentMap} from './document-map.ts'
import {PLATFORM_MAP} from './parse-document-map.ts'
import {queriesOf, type Queries} from './queries.ts'
import {createReadDocument} from './read-document.ts'
import {studioQueriesOf, type StudioQueries} from './studio-queries.ts'
import {createReadChange, createWriteChange} from './write-document.ts'

/**
 * The door between a school's own schema and the platform's, which is the one that everything behind it knows. Whatever
 * the lake gives goes through `read`, whatever it gets through `write`.
 */
export type SchoolSchema = {
  map: DocumentMap
  /** The same for the same map only; empty for the platform's own. */
  fingerprint: string
  queries: Queries
  /** What an active pass has in the field that says so. */
  active: string | true
  studio: StudioQueries
  /** A document of the school's in the platform's shape. */
  read: (document: unknown) => unknown
  /** A change of the platform's documents in the school's own. */
  write: (change: DocumentChange) => DocumentChange
  /** A change that was written so, in the platform's shape again. */
  readChange: (change: DocumentChange) => DocumentChange
}

/** Made once for a map: queries are texts from then on. */
export function createSchoolSchema(map: DocumentMap): SchoolSchema {
  const text = canonicalJson(map)
  const isPlatform = text === PLATFORM_TEXT
  return {
    map,
    fingerprint: isPlatform ? '' : textHash(text),
    queries: queriesOf(map),
    active: map.kinds.entitlement.fields['active']?.values?.find(([ours]) => ours === true)?.[1] ?? true,
    studio: studioQueriesOf(map),
    read: isPlatform ? asItIs : createReadDocument(map),
    write: isPlatform ? asItIs : createWriteChange(map),
    readChange: isPlatform ? asItIs : createReadChange(map),
  }
}

const PLATFORM_TEXT = canonicalJson(PLATFORM_MAP)

function asItIs<Value>(value: Value): Value {
  return value
}

/** Where a school says nothing of its own. */
export const PLATFORM_SCHEMA: SchoolSchema = createSchoolSchema(PLATFORM_MAP)
