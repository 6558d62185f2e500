import type {Writable} from 'node:stream'
import {z} from 'zod'
import type {Handler} from '../handler.ts'
import {sendBody} from './send-body.ts'

/** What a function URL and an HTTP API (payload format 2.0) send. */
const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  requestContext: z.object({http: z.object({method: z.string()})}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
})
type HttpEvent = z.infer<typeof httpEvent>

type Head = {statusCode: number; headers: Record<string, string>}
export type LambdaAnswer = Head & {body: string}

/** Lambda's own global, in the managed Node.js runtimes. */
declare const awslambda: {
  streamifyResponse: <Streaming extends (event: unknown, to: Writable) => Promise<void>>(
    handler: Streaming,
  ) => Streaming
  HttpResponseStream: {from: (to: Writable, head: Head) => Writable}
}

/**
 * The handler for AWS Lambda, behind an HTTP API or a function URL that buffers. Lambda takes at most 6 MB of an
 * answer so: years of a large school need `toStreamingLambda`.
 *
 * @example
 * import {createHandler, toLambda} from 'sanity-plugin-stripe-passes/functions'
 * export const handler = toLambda(createHandler({environment: process.env}))
 */
export function toLambda(handler: Handler): (event: unknown) => Promise<LambdaAnswer> {
  return async (event) => {
    const work: Promise<unknown>[] = []
    const response = await handler(toRequest(event), {waitUntil: (one) => void work.push(one)})
    const answer = {...headOf(response), body: await response.text()}
    // Lambda stops the instance with the answer: whatever is still to be done would wait for the next request.
    await Promise.allSettled(work)
    return answer
  }
}

/**
 * The same behind a function URL whose invoke mode is `RESPONSE_STREAM`: facts are shown while they are read, and an
 * answer may be of any length. Behind anything else the answer is unreadable.
 *
 * @example
 * import {createHandler, toStreamingLambda} from 'sanity-plugin-stripe-passes/functions'
 * export const handler = toStreamingLambda(createHandler({environment: process.env}))
 */
export function toStreamingLambda(handler: Handler): (event: unknown, to: Writable) => Promise<void> {
  return awslambda.streamifyResponse(async (event, to) => {
    const work: Promise<unknown>[] = []
    const response = await handler(toRequest(event), {waitUntil: (one) => void work.push(one)})
    const stream = awslambda.HttpResponseStream.from(to, headOf(response))
    // Status and headers go out with the first write, so that there must be one.
    stream.write('')
    if (response.body === null) stream.end()
    else await sendBody(response.body, stream).catch(() => stream.destroy())
    await Promise.allSettled(work)
  })
}

function headOf({status, headers}: Response): Head {
  return {statusCode: status, headers: Object.fromEntries(headers)}
}

function toRequest(event: unknown): Request {
  const {rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded} = parseEvent(event)
  const address = new URL('https://function.invalid')
  address.pathname = rawPath
  address.search = rawQueryString
  const {method} = requestContext.http
  if (body === undefined || method === 'GET' || method === 'HEAD') {
    return new Request(address, {method, headers})
  }
  return new Request(address, {method, headers, body: isBase64Encoded ? fromBase64(body) : body})
}

function parseEvent(event: unknown): HttpEvent {
  const parsed = httpEvent.safeParse(event)
  if (parsed.success) return parsed.data
  throw new Error('no request of a function URL or of an HTTP API with payload format 2.0')
}

/** Byte for byte: Stripe signs what it sent, not what it means. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
