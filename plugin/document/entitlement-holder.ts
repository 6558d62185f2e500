import {Fault} from '../core/contract/fault.ts'
import {anyTextIn, GarbledField, isShape, listIn} from '../core/contract/shape.ts'
import {personQueriesOf} from '../core/documents/person-queries.ts'
import {lakeResource, type StudioLake} from '../hooks/lake-resource.ts'

/** Whose pass it is, and the schools that may know of it. */
export type EntitlementHolder = {
  /** The reference as it stands; null where there is none. */
  reference: string | null
  /** The user document that the reference means; null when there is no such person. */
  student: string | null
  schools: string[]
}

/** The same, read once for everybody who asks. */
export const holderOfEntitlement = lakeResource(entitlementHolder)

/**
 * Finds whose pass an entitlement is. Null when it was never published.
 *
 * @throws Fault `lake_unavailable`
 */
async function entitlementHolder(
  {client, schema}: StudioLake,
  entitlement: string,
): Promise<EntitlementHolder | null> {
  try {
    const options = {perspective: 'published', tag: 'passes.entitlement.holder'} as const
    const found = await client.fetch<unknown>(
      personQueriesOf(schema.map).entitlementHolder,
      {entitlement},
      options,
    )
    if (found === null) return null
    if (!isShape(found)) throw new GarbledField('holder')
    const reference = anyTextIn(found, 'student')
    const documents = listIn(found, 'documents').filter((id) => typeof id === 'string')
    const student = documents.find((id) => id === reference) ?? documents[0] ?? null
    const schools = [anyTextIn(found, 'school'), anyTextIn(found, 'passSchool')].filter((id) => id !== null)
    return {reference, student, schools: [...new Set(schools)]}
  } catch (cause) {
    throw new Fault('lake_unavailable', 'the holder of a pass could not be read', {}, {cause})
  }
}
