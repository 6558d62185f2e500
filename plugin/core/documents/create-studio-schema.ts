import {canonicalJson} from '../contract/canonical-json.ts'
import {textHash} from '../contract/text-hash.ts'
import type {DocumentMap} from './document-map.ts'
import {createReadDocument} from './read-document.ts'
import {studioQueriesOf} from './studio-queries.ts'
import {PLATFORM_STUDIO, type StudioSchema} from './studio-schema.ts'
import {createReadChange} from './write-document.ts'

/** Made once for a map: queries are texts from then on. */
export function createStudioSchema(map: DocumentMap): StudioSchema {
  const text = canonicalJson(map)
  if (text === canonicalJson(PLATFORM_STUDIO.map)) return PLATFORM_STUDIO
  return {
    map,
    fingerprint: textHash(text),
    studio: studioQueriesOf(map),
    read: createReadDocument(map),
    readChange: createReadChange(map),
  }
}
