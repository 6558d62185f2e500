import {ENDPOINTS} from '../core/contract/endpoints.ts'
import {factsPart, type FactsPart} from '../core/contract/facts.ts'
import {Fault} from '../core/contract/fault.ts'
import {createFold} from '../core/contract/fold-facts.ts'
import type {FactsRequest, PeriodFacts} from './api.ts'
import {faultOf} from './fault-of.ts'
import type {Far} from './send.ts'
import {streamParts} from './stream-parts.ts'
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
    return {...fold.whole(), complete: true}
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
  const message = {method: 'GET', path, query: {from, after}, signal} as const
  for await (const part of streamParts(far, message, factsPart)) {
    if (part.part === 'fault') throw faultOf(part.error)
    onPart(part)
    if (part.part === 'done') return true
  }
  return false
}
