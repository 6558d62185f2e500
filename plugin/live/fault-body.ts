import type {Fault, FaultBody} from '../core/contract/fault.ts'

/** A fault as it crosses from an engine to its page: the same words as on the wire. */
export function bodyOf({code, message, requestId, detail, retryAfterSeconds, preview}: Fault): FaultBody {
  return {
    code,
    message,
    requestId,
    detail,
    ...(retryAfterSeconds === null ? {} : {retryAfterSeconds}),
    ...(preview === null ? {} : {preview}),
  }
}
