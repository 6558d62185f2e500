import type {z} from 'zod/mini'
import {Fault} from '../core/contract/fault.ts'
import type {FactsAnswer} from '../core/contract/endpoints.ts'
import type {FactsPart} from '../core/contract/facts.ts'
import type {Upkeep} from '../core/contract/upkeep.ts'
import {parseJson} from './parse-json.ts'
import {readFacts} from './read-facts.ts'
import {sendBatch, type BatchSending} from './send-batch.ts'
import {send, type Far} from './send.ts'
import {withRetries} from './with-retries.ts'

type Method = 'GET' | 'POST'

/** The names that a path asks for: of `/v1/schools/:school/facts` it is `school`. */
export type PathNames<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? PathNames<Head> | PathNames<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never

/** A route of the contract that answers with one JSON value. */
export type JsonEndpoint<Path extends string, Answer, Body> = {
  method: Method
  path: Path
  answer: z.ZodMiniType<Answer>
  body?: z.ZodMiniType<Body>
}

export type CallRequest<Path extends string, Body> = {
  params: Record<PathNames<Path>, string>
  query?: Record<string, string | undefined>
  body?: Body
  signal?: AbortSignal
}

export type FactsRequest = {
  school: string
  /** ISO date or time from which on payments are read. */
  from: string
  signal?: AbortSignal
  onPart?: (part: FactsPart) => void
}

export type PeriodFacts = FactsAnswer & {
  /** Sessions of a shared account that are another school's. */
  elsewhere: number
  /** Entitlements with a reference that was neither read nor asked for. */
  unchecked: number
  /** When a webhook and the sync were last at work. */
  upkeep: Upkeep
}

export type Api = {
  /**
   * Sends one request of the contract and parses the answer.
   *
   * @throws Fault: what the function answered, `bad_response` when it wasn't the function that answered,
   * `unreachable` when nobody did, `unauthenticated` without a token.
   * @example const {schools} = await api.call(ENDPOINTS.schools, {params: {}})
   */
  call<Path extends string, Answer, Body>(
    endpoint: JsonEndpoint<Path, Answer, Body>,
    request: CallRequest<Path, Body>,
  ): Promise<Answer>
  /** Reads the stream of a school's facts to its end, taking a broken one up again where it broke. */
  facts(request: FactsRequest): Promise<PeriodFacts>
  /** Carries out up to 50 repairs, telling of each as it ends; returns the rows that somebody else repaired too. */
  batch(sending: BatchSending): Promise<number[]>
}

/**
 * The function, as the plugin calls it.
 *
 * @example const api = createApi({endpoint: '/api', token: async () => client.config().token ?? null})
 */
export function createApi(far: Far): Api {
  return {
    async call(endpoint, {params, query = {}, body, signal}) {
      const path = fillPath(endpoint.path, params)
      const attempt = async () => {
        const response = await send(far, {method: endpoint.method, path, query, body, signal})
        return parseAnswer(endpoint.answer, response.json, response.requestId)
      }
      return withRetries(attempt, {signal, wait: far.wait, allows: retries(endpoint)})
    },
    facts: (request) => readFacts(far, request),
    batch: (sending) => sendBatch(far, sending),
  }
}

/** What writes. */
const WRITING = /\/(repairs|undo)$/

// A repair is sent again by itself only when it was turned away at the door: after a lost answer nobody knows
// whether it was carried out, and the person should see that it is asked a second time.
function retries(endpoint: {path: string}): (fault: Fault) => boolean {
  return WRITING.test(endpoint.path) ? (fault) => fault.code === 'rate_limited' : () => true
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`${path} needs «${name}»`)
    return encodeURIComponent(value)
  })
}

function parseAnswer<Answer>(schema: z.ZodMiniType<Answer>, json: unknown, requestId: string | null): Answer {
  const parsed = parseJson(schema, json)
  if (parsed.success) return parsed.data
  const {field} = parsed
  throw new Fault('bad_response', `the answer does not fit the contract at «${field}»`, {field}, {requestId})
}
