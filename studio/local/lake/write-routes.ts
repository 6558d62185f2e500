import {randomUUID} from 'node:crypto'
import {mutationsOfAction} from './actions.ts'
import type {Answer, Exchange} from './exchange.ts'
import {isRecord} from './lake-document.ts'
import {badRequest, LakeError, unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'
import {type Mutation, readMutation} from './mutation.ts'
import {type MutationResult, type Staged, stageTransaction} from './transaction.ts'

/** `POST /data/mutate/:dataset` */
export async function mutate(state: LakeState, exchange: Exchange): Promise<Answer> {
  const body = await bodyOf(exchange)
  const list = body['mutations']
  if (!Array.isArray(list)) throw badRequest('"mutations" must be an array')
  demandRoom(state, list.length)
  const staged = stage(state, exchange, body, list.map(readMutation), 'mutationError')
  const {query} = exchange
  if (!isDryRun(exchange, body)) state.store.commit(staged.commit)
  const withIds = isTrue(query.get('returnIds'))
  const withDocuments = isTrue(query.get('returnDocuments'))
  return {
    body: {
      transactionId: staged.commit.transactionId,
      results:
        withIds || withDocuments ? staged.results.map((result) => describe(result, withDocuments)) : [],
    },
  }
}

/** `POST /data/actions/:dataset`; `undefined` for an action that nobody built. */
export async function act(state: LakeState, exchange: Exchange): Promise<Answer | undefined> {
  const body = await bodyOf(exchange)
  const actions = body['actions']
  if (!Array.isArray(actions)) throw badRequest('"actions" must be an array')
  demandRoom(state, actions.length)
  const mutations: Mutation[] = []
  for (const [index, action] of actions.entries()) {
    const made = mutationsOfAction(state.store, action, index)
    if (!made) return undefined
    mutations.push(...made)
  }
  const staged = stage(state, exchange, body, mutations, 'actionError')
  if (!isDryRun(exchange, body)) state.store.commit(staged.commit)
  return {body: {transactionId: staged.commit.transactionId}}
}

function stage(
  state: LakeState,
  {actor}: Exchange,
  body: Record<string, unknown>,
  mutations: Mutation[],
  kind: 'mutationError' | 'actionError',
): Staged {
  const {transactionId} = body
  if (typeof transactionId === 'string' && isUsed(state, transactionId)) {
    throw new LakeError(409, {
      error: {type: 'transactionIdInUse', description: `Transaction "${transactionId}" was already made`},
    })
  }
  return stageTransaction(state.store, mutations, {
    transactionId: typeof transactionId === 'string' ? transactionId : randomUUID(),
    now: state.now(),
    identity: actor.identity,
    allows: actor.allows,
    kind,
  })
}

async function bodyOf(exchange: Exchange): Promise<Record<string, unknown>> {
  if (!exchange.actor.person) throw unauthorized()
  const body = await exchange.body()
  if (!isRecord(body)) throw badRequest('the request needs a JSON body')
  return body
}

function isUsed(state: LakeState, transactionId: string): boolean {
  return state.store.commits().some((commit) => commit.transactionId === transactionId)
}

function isDryRun({query}: Exchange, body: Record<string, unknown>): boolean {
  return isTrue(query.get('dryRun')) || body['dryRun'] === true
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1'
}

function describe({id, operation, document}: MutationResult, withDocument: boolean): unknown {
  return {id, operation, ...(withDocument && document ? {document} : {})}
}

/** The API counts what was asked for in the last second, not what succeeded. */
function demandRoom(state: LakeState, count: number): void {
  const limit = state.mutationsPerSecond
  if (limit === undefined) return
  const now = Date.now()
  state.recentMutations = state.recentMutations.filter((time) => time > now - 1000)
  const oldest = state.recentMutations[0]
  if (oldest !== undefined && state.recentMutations.length + count > limit) {
    const seconds = Math.max(1, Math.ceil((oldest + 1000 - now) / 1000))
    throw new LakeError(
      429,
      {statusCode: 429, error: 'Too Many Requests', message: `Mutation rate limit of ${limit}/s exceeded`},
      {'retry-after': String(seconds)},
    )
  }
  for (let index = 0; index < count; index += 1) state.recentMutations.push(now)
}
