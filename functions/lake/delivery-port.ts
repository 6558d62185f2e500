import type {SanityClient, Transaction} from '@sanity/client'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {DAY, toIso} from '../../plugin/core/contract/instant.ts'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {
  deliveryDocument,
  deliveryDocumentId,
  type DeliveryNote,
} from '../../plugin/core/documents/delivery-document.ts'
import {DELIVERIES_BEFORE, DELIVERY} from '../../plugin/core/documents/own-queries.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import type {PinnedAccounts} from '../../plugin/core/documents/pinned-accounts.ts'
import {type DeliveryPort, WriteConflict} from '../ports.ts'
import {createAskLake} from './ask.ts'
import {idsOf} from './ids-of.ts'
import {translateRobotError} from './translate-error.ts'
import type {WritePace} from './write-pace.ts'

const KEPT_FOR = 30 * DAY

/** The notes that the webhook keeps in the lake, with the robot's token. */
export function createDeliveryPort({
  robot,
  schoolAccounts,
  schema,
  pace,
  onCall,
}: {
  robot: SanityClient
  schoolAccounts: PinnedAccounts | null
  schema: SchoolSchema
  pace: WritePace
  onCall: () => void
}): DeliveryPort {
  const ask = createAskLake(robot, onCall, schema)
  const commit = (mutations: number, transaction: Transaction): Promise<void> =>
    pace(mutations, async () => {
      onCall()
      try {
        await transaction.commit({tag: 'delivery', visibility: 'sync', returnDocuments: false})
      } catch (error) {
        const told = translateRobotError(error)
        // Nothing here depends on what stood there: whoever is told to come again does just the same.
        throw told instanceof WriteConflict
          ? new Fault('lake_unavailable', 'others keep writing the same note', {}, {cause: error})
          : told
      }
    })

  return {
    async look({id, account}, now) {
      const parts = await ask(
        'delivery',
        {known: DELIVERY, schools: schema.queries.schoolsWithAccount, outdated: DELIVERIES_BEFORE},
        // Nothing names an account by the empty text; a null would equal every document's missing one.
        {log: deliveryDocumentId(id), account: account ?? '', before: toIso(now - KEPT_FOR)},
      )
      return {
        known: deliveriesOf(parts['known'] ?? [])[0] ?? null,
        schools: pinned(account) ?? idsOf(parts['schools']),
        outdated: idsOf(parts['outdated']),
      }
    },
    async named({school, pass}) {
      const params = {school: school ?? '', pass: school === null ? (pass ?? '') : ''}
      const {schools} = await ask('named-school', {schools: schema.queries.schoolsNamed}, params)
      return idsOf(schools)[0] ?? null
    },
    begin: (note) => commit(1, robot.transaction().createIfNotExists(deliveryDocument(note))),
    end(note: DeliveryNote, outdated) {
      const start = robot.transaction().createOrReplace(deliveryDocument(note))
      const transaction = outdated.reduce((sum, id) => sum.delete(id), start)
      return commit(outdated.length + 1, transaction)
    },
  }

  function pinned(account: string | null): string[] | null {
    if (schoolAccounts === null) return null
    return Object.keys(schoolAccounts).filter((school) => schoolAccounts[school]?.includes(account ?? ''))
  }
}
