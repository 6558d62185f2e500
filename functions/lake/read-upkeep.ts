import type {School} from '../../plugin/core/contract/school.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import type {Upkeep} from '../../plugin/core/contract/upkeep.ts'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {DOCUMENTS, lastDeliveryOf} from '../../plugin/core/documents/own-queries.ts'
import {parseSyncDocument, syncDocumentId} from '../../plugin/core/documents/sync-document.ts'
import type {AskLake} from './ask.ts'

/** As many schools as are asked for at once. */
const A_REQUEST = 20

type Asked = Pick<School, 'id' | 'accounts'>

/** When a school was last told of a payment, and when it was and will be looked at. */
export async function readUpkeep(ask: AskLake, school: Asked): Promise<Upkeep> {
  return upkeepIn(await askOf(ask, [school]), school, 0)
}

/** The same of many. */
export async function readUpkeeps(
  ask: AskLake,
  schools: readonly Asked[],
): Promise<{school: string; upkeep: Upkeep}[]> {
  const some = schools.slice(0, A_REQUEST)
  if (some.length === 0) return []
  const [parts, others] = await Promise.all([askOf(ask, some), readUpkeeps(ask, schools.slice(A_REQUEST))])
  return [
    ...some.map((school, nth) => ({school: school.id, upkeep: upkeepIn(parts, school, nth)})),
    ...others,
  ]
}

async function askOf(ask: AskLake, schools: readonly Asked[]): Promise<Record<string, unknown[]>> {
  const notes = schools.map((_, nth) => [`note${nth}`, lastDeliveryOf(nth)])
  const params = schools.flatMap(({id, accounts}, nth) => [
    [`school${nth}`, id],
    [`accounts${nth}`, accounts],
  ])
  return ask(
    'upkeep',
    {states: DOCUMENTS, ...Object.fromEntries(notes)},
    {ids: schools.map(({id}) => syncDocumentId(id)), ...Object.fromEntries(params)},
  )
}

function upkeepIn(parts: Record<string, unknown[]>, {id}: Asked, nth: number): Upkeep {
  const states = (parts['states'] ?? []).filter(isShape)
  const state = states.find((document) => document['_id'] === syncDocumentId(id))
  const {lastRun, nextRun} = parseSyncDocument(state, id)
  return {
    lastWebhook: deliveriesOf(parts[`note${nth}`] ?? [])[0]?.at ?? null,
    lastRun: lastRun && {
      at: lastRun.at,
      fault: lastRun.ended === 'done' ? null : lastRun.ended,
      left: Object.values(lastRun.counts.left).reduce((sum, count) => sum + count, 0),
    },
    nextRun,
  }
}
