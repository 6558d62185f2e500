import type {DocumentChange} from '../contract/change.ts'
import type {DocumentMap} from './document-map.ts'
import {PLATFORM_MAP} from './platform-map.ts'
import {studioQueriesOf, type StudioQueries} from './studio-queries.ts'

/** What the Studio needs of the door between a school's own schema and the platform's: it reads, and writes nothing. */
export type StudioSchema = {
  map: DocumentMap
  /** The same for the same map only; empty for the platform's own. */
  fingerprint: string
  studio: StudioQueries
  /** A document of the school's in the platform's shape. */
  read: (document: unknown) => unknown
  /** A change that was written in the school's own shape, in the platform's again. */
  readChange: (change: DocumentChange) => DocumentChange
}

/** Where a school says nothing of its own. */
export const PLATFORM_STUDIO: StudioSchema = {
  map: PLATFORM_MAP,
  fingerprint: '',
  studio: studioQueriesOf(PLATFORM_MAP),
  read: (document) => document,
  readChange: (change) => change,
}
