import Stripe from 'stripe'
import type {ServerResponse} from 'node:http'
import type {StripeFault} from './stripe-fault.ts'

export interface AnswerFrame {
  requestId: string
  livemode: boolean
  now: number
  /** The version that the request named. */
  version: string | undefined
}

/** Writes an object as Stripe answers it. */
export function respond(response: ServerResponse, answer: object, frame: AnswerFrame): void {
  write(response, 200, {}, JSON.stringify(answer, null, 2), frame)
}

/** Writes a refusal in Stripe's shape, with the log's address and, for a code, the page that explains it. */
export function respondFault(response: ServerResponse, fault: StripeFault, frame: AnswerFrame): void {
  const {code} = fault.body
  const mode = frame.livemode ? '' : 'test/'
  const error = {
    ...fault.body,
    ...(code === undefined
      ? {}
      : {doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`}),
    request_log_url: `https://dashboard.stripe.com/${mode}logs/${frame.requestId}?t=${frame.now}`,
  }
  // Stripe says so itself when trying again is of no use; on 5xx it leaves the choice to the client.
  const retry: Record<string, string> = fault.status < 500 ? {'stripe-should-retry': 'false'} : {}
  write(response, fault.status, {...retry, ...fault.headers}, JSON.stringify({error}, null, 2), frame)
}

export function respondRaw(
  response: ServerResponse,
  raw: {status: number; body: string; headers: Record<string, string>},
  frame: AnswerFrame,
): void {
  write(response, raw.status, raw.headers, raw.body, frame)
}

function write(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
  {requestId, version}: AnswerFrame,
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': version ?? Stripe.API_VERSION,
    'cache-control': 'no-cache, no-store',
    ...headers,
  })
  response.end(body)
}
