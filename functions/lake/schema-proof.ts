import type {SanityClient, Transaction} from '@sanity/client'
import {isSameJson} from '../../plugin/core/contract/is-same-json.ts'
import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'

type Way = 'create' | 'patch'

/** Proves once that what is written by a school's own names reads again as what was meant. */
export type SchemaProof = (
  changes: readonly DocumentChange[],
  transaction: (client: SanityClient) => Transaction,
  client: SanityClient,
) => Promise<void>

/**
 * Makes the dry run that stands before the first pass that an instance makes, and before the first that it changes: a
 * name that lies in a list instead of an object is taken by the lake without a word, and written nowhere.
 */
export function createSchemaProof({fingerprint, read}: SchoolSchema): SchemaProof {
  const proven = new Set<Way>()
  return async (changes, transaction, client) => {
    const unproven = changes.filter((change) => !proven.has(wayOf(change)))
    if (fingerprint === '' || unproven.length === 0) return
    const written = await transaction(client).commit({
      dryRun: true,
      tag: 'schema-proof',
      returnFirst: false,
      returnDocuments: true,
    })
    const standing = new Map(
      written
        .map(read)
        .filter(isShape)
        .map((document) => [document['_id'], document]),
    )
    for (const change of unproven) demandAsMeant(change, standing)
    for (const change of unproven) proven.add(wayOf(change))
  }
}

function wayOf(change: DocumentChange): Way {
  return 'create' in change ? 'create' : 'patch'
}

function demandAsMeant(change: DocumentChange, standing: ReadonlyMap<unknown, Shape>): void {
  const [id, meant]: [string, Shape] =
    'create' in change
      ? [change.create._id, change.create]
      : [
          change.patch.id,
          {...change.patch.set, ...Object.fromEntries(change.patch.unset.map((name) => [name, null]))},
        ]
  const document = standing.get(id) ?? {}
  const field = Object.keys(meant).find((name) => !isSameJson(meant[name], document[name]))
  if (field === undefined) return
  throw new Fault('misconfigured', `what is written as ${field} does not read as what was meant`, {
    settings: 'DOCUMENTS',
    reason: 'not_in_schema',
    field,
  })
}
