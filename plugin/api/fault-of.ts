import {Fault, type FaultBody} from '../core/contract/fault.ts'

/** A fault out of its body: of an answer, of a line of a stream, or as it crossed from an engine. */
export function faultOf(body: FaultBody, requestId: string | null = null): Fault {
  return new Fault(body.code, body.message, body.detail ?? {}, {
    requestId: body.requestId ?? requestId,
    retryAfterSeconds: body.retryAfterSeconds ?? null,
    preview: body.preview ?? null,
  })
}
