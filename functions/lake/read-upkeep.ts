import type {Upkeep} from '../../plugin/core/contract/upkeep.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {deliveriesOf} from '../../plugin/core/documents/deliveries.ts'
import {LAST_DELIVERY, SYNC_DOCUMENT} from '../../plugin/core/documents/queries.ts'
import {parseSyncDocument, syncDocumentId} from '../../plugin/core/documents/sync-document.ts'
import type {AskLake} from './ask.ts'

/** When a school was last told of a payment, and when it was and will be looked at. */
export async function readUpkeep(ask: AskLake, school: string, accounts: readonly string[]): Promise<Upkeep> {
  const {state = [], deliveries = []} = await ask(
    'upkeep',
    {state: SYNC_DOCUMENT, deliveries: LAST_DELIVERY},
    {id: syncDocumentId(school), school, accounts},
  )
  const {lastRun, nextRun} = parseSyncDocument(state.find(isShape), school)
  return {
    lastWebhook: deliveriesOf(deliveries)[0]?.at ?? null,
    lastRun: lastRun && {at: lastRun.at, done: lastRun.ended === 'done'},
    nextRun,
  }
}
