import {Fault} from '../../plugin/core/contract/fault.ts'
import {PLATFORM_MAP} from '../../plugin/core/documents/platform-map.ts'
import {createSchoolSchema, type SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {SETTINGS} from '../settings.ts'
import type {FarSides} from './read-live.ts'

/**
 * What a school calls its documents, from the one setting that files need.
 *
 * @throws Fault `misconfigured`
 */
export function schemaOf({environment}: Pick<FarSides, 'environment'>): SchoolSchema {
  const {DOCUMENTS: given = ''} = environment
  const {data, error} = SETTINGS.DOCUMENTS.safeParse(given === '' ? undefined : given)
  if (error === undefined) return createSchoolSchema(data ?? PLATFORM_MAP)
  const problem = error.issues[0]?.message ?? ''
  throw new Fault('misconfigured', `DOCUMENTS ${problem}`, {settings: 'DOCUMENTS'})
}
