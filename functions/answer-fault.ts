import {FAULTS, Fault, type FaultBody} from '../plugin/core/contract/fault.ts'

const ASK_AGAIN_SECONDS = 2

/**
 * A fault as it crosses the wire. Whatever is not a fault is a bug: answered as `internal` with the request id to
 * look it up by, and nothing about what happened.
 */
export function toFaultBody(error: unknown, requestId: string): FaultBody {
  if (!(error instanceof Fault)) {
    return {code: 'internal', message: 'something went wrong that nobody expected', requestId}
  }
  const {code, message, detail, preview} = error
  const retryAfterSeconds = error.retryAfterSeconds ?? (FAULTS[code].retry ? ASK_AGAIN_SECONDS : null)
  return {
    code,
    message,
    requestId,
    ...(Object.keys(detail).length > 0 && {detail}),
    ...(retryAfterSeconds !== null && {retryAfterSeconds}),
    ...(preview && {preview}),
  }
}

/** The HTTP answer to a fault. */
export function answerFault(body: FaultBody): Response {
  const headers = new Headers()
  if (body.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(Math.ceil(body.retryAfterSeconds)))
  }
  return Response.json({error: body}, {status: FAULTS[body.code].status ?? 500, headers})
}
