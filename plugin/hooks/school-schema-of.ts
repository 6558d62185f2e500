import {createStudioSchema} from '../core/documents/create-studio-schema.ts'
import type {Documents} from '../core/documents/documents-option.ts'
import {parseDocumentMap} from '../core/documents/parse-document-map.ts'
import {schemaGaps} from '../core/documents/schema-gaps.ts'
import type {StudioSchema} from '../core/documents/studio-schema.ts'

type Read = {schema: StudioSchema | null; problems: readonly string[]}

const known = new WeakMap<Documents, Read>()

/**
 * The option `documents`, read once, with what is wrong with it; no schema where it names what the Studio's own does
 * not have.
 *
 * @param typeNamed what the Studio's compiled schema has under a name
 */
export function schoolSchemaOf(documents: Documents, typeNamed: (name: string) => unknown): Read {
  const read = known.get(documents) ?? readOnce(documents)
  known.set(documents, read)
  if (read.schema === null) return read
  const gaps = schemaGaps(read.schema, documents, typeNamed)
  return gaps.length > 0 ? {schema: null, problems: gaps} : read
}

function readOnce(documents: Documents): Read {
  const {map, problems} = parseDocumentMap(documents)
  return {schema: map === null ? null : createStudioSchema(map), problems}
}
