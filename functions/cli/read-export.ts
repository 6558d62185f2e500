import type {Unreadable} from '../../plugin/core/contract/facts.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {READ_TYPES} from '../../plugin/core/documents/parse-documents.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {readLines} from './read-lines.ts'

export type ReadExport = {documents: unknown[]; unreadable: Unreadable[]; complaints: string[]}

/** The documents of an export that judging needs. The others are forgotten as soon as they are read. */
export async function readExport(
  file: string,
  {read: toPlatform}: Pick<SchoolSchema, 'read'>,
): Promise<ReadExport> {
  const read: ReadExport = {documents: [], unreadable: [], complaints: []}
  for await (const line of readLines(file)) {
    if ('broken' in line) {
      read.unreadable.push({source: 'document', id: null, type: null, field: `line ${line.number}`})
      read.complaints.push(`${file}, line ${line.number}: not JSON`)
      continue
    }
    const value = toPlatform(line.value)
    const isForeign = isShape(value) && typeof value['_type'] === 'string' && !READ_TYPES.has(value['_type'])
    if (!isForeign) read.documents.push(value)
  }
  return read
}
