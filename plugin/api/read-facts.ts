import {ENDPOINTS, NDJSON} from '../core/contract/endpoints.ts'
import {factsPart, type FactsPart} from '../core/contract/facts.ts'
import {Fault} from '../core/contract/fault.ts'
import type {FactsRequest, PeriodFacts} from './api.ts'
import {createFold} from './fold-facts.ts'
import {ndjsonLines} from './ndjson-lines.ts'
import {faultOf} from './read-fault.ts'
import {open, type Far} from './send.ts'
import {withRetries} from './with-retries.ts'

/** Reads a school's facts to the end. What was read before a stream broke is not asked for again. */
export async function readFacts(far: Far, request: FactsRequest): Promise<PeriodFacts> {
  const fold = createFold()
  const attempt = async () => {
    const read = await readStream(far, request, fold.cursor(), (part) => {
      fold.add(part)
      request.onPart?.(part)
    })
    if (!read)
      throw new Fault('unreachable', 'the stream of facts ended before its end', {endpoint: far.endpoint})
    return fold.whole()
  }
  return withRetries(attempt, {signal: request.signal, wait: far.wait})
}

/** True when the stream came to its `done`. */
async function readStream(
  far: Far,
  {school, from, signal}: FactsRequest,
  after: string | undefined,
  onPart: (part: FactsPart) => void,
): Promise<boolean> {
  const path = ENDPOINTS.facts.path.replace(':school', encodeURIComponent(school))
  const response = await open(far, {method: 'GET', path, query: {from, after}, signal, accept: NDJSON})
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith(NDJSON) || !response.body) {
    throw new Fault('bad_response', `a stream of facts was expected, ${type} came`, {endpoint: far.endpoint})
  }
  try {
    for await (const line of ndjsonLines(response.body)) {
      const part = parsePart(line)
      if (part.part === 'fault') throw faultOf(part.error)
      onPart(part)
      if (part.part === 'done') return true
    }
    return false
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof Fault) throw cause
    throw new Fault('unreachable', 'the stream of facts broke off', {endpoint: far.endpoint}, {cause})
  }
}

function parsePart(line: string): FactsPart {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    // A line cut in two is a connection that broke, and worth another try.
    throw new Fault('unreachable', 'a line of the stream was cut off', {}, {cause})
  }
  const parsed = factsPart.safeParse(json)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Fault('bad_response', `a part of the facts does not fit the contract at «${field}»`, {field})
}
