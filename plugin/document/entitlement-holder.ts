import type {SanityClient} from 'sanity'
import {z} from 'zod/mini'
import {Fault} from '../core/contract/fault.ts'
import {ENTITLEMENT_HOLDER} from '../core/documents/studio-queries.ts'

const text = z.catch(z.nullish(z.string()), null)
const answer = z.nullable(
  z.object({student: text, school: text, passSchool: text, documents: z.array(z.string())}),
)

/** Whose pass it is, and the schools that may know of it. */
export type EntitlementHolder = {
  /** The reference as it stands; null where there is none. */
  reference: string | null
  /** The user document that the reference means; null when there is no such person. */
  student: string | null
  schools: string[]
}

/**
 * Finds whose pass an entitlement is. Null when it was never published.
 *
 * @throws Fault `lake_unavailable`
 */
export async function entitlementHolder(
  client: SanityClient,
  entitlement: string,
): Promise<EntitlementHolder | null> {
  try {
    const options = {perspective: 'published', tag: 'passes.entitlement.holder'} as const
    const found = answer.parse(await client.fetch<unknown>(ENTITLEMENT_HOLDER, {entitlement}, options))
    if (found === null) return null
    const {student, school, passSchool, documents} = found
    const named = documents.find((id) => id === student) ?? documents[0] ?? null
    const schools = [school, passSchool].filter((id) => typeof id === 'string')
    return {reference: student ?? null, student: named, schools: [...new Set(schools)]}
  } catch (cause) {
    throw new Fault('lake_unavailable', 'the holder of a pass could not be read', {}, {cause})
  }
}
