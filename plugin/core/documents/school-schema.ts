import type {DocumentChange} from '../contract/change.ts'
import {createStudioSchema} from './create-studio-schema.ts'
import type {DocumentMap} from './document-map.ts'
import {PLATFORM_MAP} from './platform-map.ts'
import {queriesOf, type Queries} from './queries.ts'
import type {StudioSchema} from './studio-schema.ts'
import {createWriteChange} from './write-document.ts'

/**
 * The door between a school's own schema and the platform's, which is the one that everything behind it knows. Whatever
 * the lake gives goes through `read`, whatever it gets through `write`. It is the function's: no browser loads it.
 */
export type SchoolSchema = StudioSchema & {
  queries: Queries
  /** What an active pass has in the field that says so. */
  active: string | true
  /** A change of the platform's documents in the school's own. */
  write: (change: DocumentChange) => DocumentChange
}

/** Made once for a map: queries are texts from then on. */
export function createSchoolSchema(map: DocumentMap): SchoolSchema {
  const studio = createStudioSchema(map)
  const isPlatform = studio.fingerprint === ''
  return {
    ...studio,
    queries: queriesOf(map),
    active: map.kinds.entitlement.fields['active']?.values?.find(([ours]) => ours === true)?.[1] ?? true,
    write: isPlatform ? (change) => change : createWriteChange(map),
  }
}

/** Where a school says nothing of its own. */
export const PLATFORM_SCHEMA: SchoolSchema = createSchoolSchema(PLATFORM_MAP)
