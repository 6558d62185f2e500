import {z} from 'zod/mini'
import {REQUEST_ID_HEADER} from '../core/contract/endpoints.ts'
import {Fault, type FaultBody} from '../core/contract/fault.ts'
import {faultBody} from '../core/contract/fault-schema.ts'
import {faultOf} from './fault-of.ts'

const answer = z.object({error: faultBody})

/** What went wrong, out of an answer that is not a success. Somebody else's error page becomes `bad_response`. */
export async function readFault(response: Response): Promise<Fault> {
  const requestId = response.headers.get(REQUEST_ID_HEADER)
  const text = await response.text().catch(() => '')
  const body = parseBody(text)
  if (body) return faultOf(body, requestId)
  const detail = {status: String(response.status), url: response.url.replace(/\?.*$/, '')}
  return new Fault('bad_response', `HTTP ${response.status} without a fault in it`, detail, {requestId})
}

function parseBody(text: string): FaultBody | null {
  try {
    const json: unknown = JSON.parse(text)
    const parsed = answer.safeParse(json)
    return parsed.success ? parsed.data.error : null
  } catch {
    return null
  }
}
