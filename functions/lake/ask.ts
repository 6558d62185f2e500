import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {translateRobotError} from './translate-error.ts'

/** Several queries in one request: each part's documents, all in one list. */
export type AskLake = (
  tag: string,
  queries: Readonly<Record<string, string>>,
  params: Readonly<Record<string, string | boolean | readonly string[]>>,
) => Promise<Record<string, unknown[]>>

const answer = z.record(z.string(), z.array(z.unknown()))

/**
 * Makes the way every reading of the ledger goes out: with the robot's token, since a person's filtered view would
 * turn a hidden pass into a missing one. Several queries are asked as the fields of one object; documents come back in
 * the platform's shape.
 *
 * @example await ask('basics', {passes: queries.passes}, {school: 'tenantT', passes: []})
 */
export function createAskLake(
  client: SanityClient,
  onCall: () => void,
  {read}: Pick<SchoolSchema, 'read'>,
): AskLake {
  return async (tag, queries, params) => {
    // Texts of core/documents only: whatever comes from outside is a parameter.
    const fields = Object.entries(queries).map(([name, query]) => `"${name}": ${query}`)
    onCall()
    try {
      const parts = answer.parse(await client.fetch<unknown>(`{${fields.join(', ')}}`, {...params}, {tag}))
      return Object.fromEntries(Object.entries(parts).map(([name, found]) => [name, found.map(read)]))
    } catch (error) {
      throw translateRobotError(error)
    }
  }
}
