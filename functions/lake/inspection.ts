import {Patch, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {
  ANY_TENANT,
  DELIVERIES_OF_SCHOOL,
  DELIVERY_ELSEWHERE,
  PAGE,
  SHOWN_TO_STUDENT,
} from '../../plugin/core/documents/queries.ts'
import type {LakeInspection} from '../health-ports.ts'
import {createAskLake} from './ask.ts'
import {translateError, translateRobotError} from './translate-error.ts'

/** One of each that the function writes. Nothing of it is ever stored. */
const WRITTEN = [
  {_id: 'passRepair.dry-run', _type: 'passRepair'},
  {_id: 'subscription-dry-run', _type: 'subscription'},
  {_id: 'webhookLog.dry-run', _type: 'webhookLog'},
  {_id: 'passSync.dry-run', _type: 'passSync'},
]

/**
 * Looks at the lake as Health needs it.
 *
 * @param options.anonymous a client without a token
 * @param options.onCall hears of every request
 */
export function createLakeInspection({
  robot,
  anonymous,
  onCall,
}: {
  robot: SanityClient
  anonymous: SanityClient
  onCall: () => void
}): LakeInspection {
  const ask = createAskLake(robot, onCall)
  return {
    async canWrite() {
      const all = WRITTEN.reduce(
        (transaction, document) =>
          transaction.create(document).patch(new Patch(document._id).set({dryRun: true})),
        robot.transaction(),
      )
      onCall()
      try {
        await all.commit({dryRun: true, tag: 'may-write'})
        return true
      } catch (error) {
        const fault = translateError(error)
        if (fault instanceof Fault && fault.code === 'forbidden') return false
        throw translateRobotError(error)
      }
    },
    async isPublic() {
      onCall()
      try {
        const ids = z
          .array(z.string())
          .parse(await anonymous.fetch<unknown>(ANY_TENANT, {}, {perspective: 'published', tag: 'is-public'}))
        return ids.length > 0
      } catch (error) {
        const fault = translateError(error)
        if (fault instanceof Fault && ['unauthenticated', 'forbidden'].includes(fault.code)) return false
        throw fault
      }
    },
    async deliveries({school, accounts, since}) {
      const params = {school, accounts, since: toIso(since)}
      const {notes = []} = await ask('deliveries', {notes: DELIVERIES_OF_SCHOOL}, params)
      return {items: deliveriesOf(notes), complete: notes.length < PAGE}
    },
    async shownTo({person, school, now}) {
      const {shown = []} = await ask('shown', {shown: SHOWN_TO_STUDENT}, {person, school, now: toIso(now)})
      return z
        .array(z.object({_id: z.string()}))
        .parse(shown)
        .map(({_id: id}) => id)
    },
    async lastElsewhere(since) {
      const {notes = []} = await ask('elsewhere', {notes: DELIVERY_ELSEWHERE}, {recently: toIso(since)})
      return deliveriesOf(notes)[0]?.at ?? null
    },
  }
}
