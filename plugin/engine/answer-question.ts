import type {Api} from '../api/api.ts'
import {ENDPOINTS} from '../core/contract/endpoints.ts'
import type {Answered, Asked, AskOptions} from './questions.ts'

/** An undo's dry run: the same question, answered with what would be written. */
const UNDO_PREVIEW = {...ENDPOINTS.undo, answer: ENDPOINTS.undo.dryAnswer}

/**
 * Asks the function what a page wants to know.
 *
 * @throws Fault as the api does
 */
export async function answerQuestion(
  api: Api,
  {name, asks}: Asked,
  {signal, onRow}: Required<AskOptions>,
): Promise<Answered> {
  switch (name) {
    case 'schools':
      return {name, answer: await api.call(ENDPOINTS.schools, {params: {}, signal})}
    case 'overview':
      return {name, answer: await api.call(ENDPOINTS.overview, {params: {}, signal})}
    case 'payment':
      return {name, answer: await api.call(ENDPOINTS.payment, {params: asks, signal})}
    case 'health':
      return {name, answer: await api.call(ENDPOINTS.health, {params: asks, signal})}
    case 'notices':
      return {name, answer: await api.call(ENDPOINTS.notices, {params: asks, signal})}
    case 'purchase': {
      const query = {since: asks.since ?? undefined, pass: asks.pass ?? undefined}
      return {name, answer: await api.call(ENDPOINTS.purchase, {params: asks, query, signal})}
    }
    case 'preview':
      return {name, answer: await api.call(ENDPOINTS.preview, {params: asks, body: asks.body, signal})}
    case 'repair':
      return {name, answer: await api.call(ENDPOINTS.repairs, {params: asks, body: asks.body, signal})}
    case 'previews':
      return {name, answer: await api.call(ENDPOINTS.previews, {params: asks, body: asks.body, signal})}
    case 'batch':
      return {name, answer: await api.batch({...asks.body, school: asks.school, onRow})}
    case 'undoPreview': {
      const body = {record: asks.record, dryRun: true}
      return {name, answer: await api.call(UNDO_PREVIEW, {params: asks, body, signal})}
    }
    case 'undo':
      return {
        name,
        answer: await api.call(ENDPOINTS.undo, {params: asks, body: {record: asks.record}, signal}),
      }
    case 'remark':
      return {name, answer: await api.call(ENDPOINTS.remarks, {params: asks, body: asks.body, signal})}
    case 'message':
      return {name, answer: await api.call(ENDPOINTS.messages, {params: asks, body: asks.body, signal})}
    case 'records':
  }
  const query = {after: asks.after ?? undefined, batch: asks.batch ?? undefined}
  return {name, answer: await api.call(ENDPOINTS.records, {params: asks, query, signal})}
}
