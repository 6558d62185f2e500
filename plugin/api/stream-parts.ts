import type {z} from 'zod/mini'
import {NDJSON} from '../core/contract/endpoints.ts'
import {Fault} from '../core/contract/fault.ts'
import {ndjsonLines} from './ndjson-lines.ts'
import {parseJson} from './parse-json.ts'
import {open, type Far, type Message} from './send.ts'

/**
 * The parts of a streamed answer as they arrive, parsed.
 *
 * @throws Fault `unreachable` when the connection breaks; that a stream ended early is for the caller to see
 */
export async function* streamParts<Part>(
  far: Far,
  message: Message,
  schema: z.ZodMiniType<Part>,
): AsyncGenerator<Part> {
  const response = await open(far, {...message, accept: NDJSON})
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith(NDJSON) || !response.body) {
    throw new Fault('bad_response', `a stream was expected, ${type} came`, {endpoint: far.endpoint})
  }
  try {
    for await (const line of ndjsonLines(response.body)) yield parsePart(line, schema)
  } catch (cause) {
    message.signal?.throwIfAborted()
    if (cause instanceof Fault) throw cause
    throw new Fault('unreachable', 'the stream broke off', {endpoint: far.endpoint}, {cause})
  }
}

function parsePart<Part>(line: string, schema: z.ZodMiniType<Part>): Part {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    // A line cut in two is a connection that broke, and worth another try.
    throw new Fault('unreachable', 'a line of the stream was cut off', {}, {cause})
  }
  const parsed = parseJson(schema, json)
  if (parsed.success) return parsed.data
  const {field} = parsed
  throw new Fault('bad_response', `a part of the stream does not fit the contract at «${field}»`, {field})
}
