import type {Documents} from '../core/documents/documents-option.ts'
import {parseDocumentMap} from '../core/documents/parse-document-map.ts'
import {createSchoolSchema, PLATFORM_SCHEMA, type SchoolSchema} from '../core/documents/school-schema.ts'

type Read = {schema: SchoolSchema | null; problems: string[]}

const known = new WeakMap<Documents, Read>()

/** The option `documents`, read once; with what is wrong with it. */
export function schoolSchemaOf(documents: Documents | undefined): Read {
  if (documents === undefined) return {schema: PLATFORM_SCHEMA, problems: []}
  const held = known.get(documents)
  if (held !== undefined) return held
  const {map, problems} = parseDocumentMap(documents)
  const read: Read = {schema: map === null ? null : createSchoolSchema(map), problems}
  known.set(documents, read)
  return read
}
