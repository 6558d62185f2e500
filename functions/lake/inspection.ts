import {Patch, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {DELIVERIES_OF_SCHOOL, DELIVERY_ELSEWHERE, PAGE} from '../../plugin/core/documents/own-queries.ts'
import {presenceQueries} from '../../plugin/core/documents/presence-queries.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import type {LakeInspection} from '../health-ports.ts'
import {createAskLake} from './ask.ts'
import {translateError, translateRobotError} from './translate-error.ts'

/** One of each that the function writes. Nothing of it is ever stored. */
const OWN = [
  {_id: 'passRepair.dry-run', _type: 'passRepair'},
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
  schema,
  onCall,
}: {
  robot: SanityClient
  anonymous: SanityClient
  schema: SchoolSchema
  onCall: () => void
}): LakeInspection {
  const ask = createAskLake(robot, onCall, schema)
  return {
    async canWrite() {
      const held = {_id: 'subscription-dry-run', _type: schema.map.kinds.entitlement.type}
      const all = [...OWN, held].reduce(
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
    async unnamed() {
      if (schema.fingerprint === '') return null
      const presence = presenceQueries(schema.map)
      const found = await ask('names', Object.fromEntries(presence.map(({what, query}) => [what, query])), {})
      const isThere = (what: string): boolean => (found[what] ?? []).length > 0
      return presence
        .filter(({what, ifAny}) => !isThere(what) && (ifAny === null || (ifAny !== what && isThere(ifAny))))
        .map(({what}) => what)
    },
    async isPublic() {
      onCall()
      try {
        const ids = z
          .array(z.string())
          .parse(
            await anonymous.fetch<unknown>(
              schema.queries.anySchool,
              {},
              {perspective: 'published', tag: 'is-public'},
            ),
          )
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
      const params = {person, school, now: toIso(now), active: schema.active}
      const {shown = []} = await ask('shown', {shown: schema.queries.shownToStudent}, params)
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
