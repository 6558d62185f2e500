import type {Documents} from '../../plugin/core/documents/documents-option.ts'
import {parseDocumentMap} from '../../plugin/core/documents/parse-document-map.ts'
import {createSchoolSchema, type SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import type {LakeDocument} from '../../studio/local/lake/lake-document.ts'
import {asMembers} from '../../studio/local/seed/as-members.ts'
import {membersDocuments} from '../../studio/members-documents.ts'

/** What a school calls its documents, and how the platform's would look there. */
export type OwnSchema = {documents: Documents; as: (document: LakeDocument) => LakeDocument}

export const MEMBERS: OwnSchema = {documents: membersDocuments, as: asMembers}

export function schemaOf({documents}: Pick<OwnSchema, 'documents'>): SchoolSchema {
  const {map, problems} = parseDocumentMap(documents)
  if (map === null) throw new Error(problems.join(' '))
  return createSchoolSchema(map)
}
