/** Stripe's `error` object, without what the answer adds to it. */
export interface StripeErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  param?: string
}

interface StripeFaultOptions {
  status: number
  body: StripeErrorBody
  headers?: Record<string, string>
}

/** A refusal in Stripe's words; the responder writes it in Stripe's shape. */
export class StripeFault extends Error {
  readonly status: number
  readonly body: StripeErrorBody
  readonly headers: Record<string, string>

  constructor({status, body, headers = {}}: StripeFaultOptions) {
    super(body.message)
    this.name = 'StripeFault'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** 400: the request itself is wrong. */
export function badRequest(message: string, rest: {code?: string; param?: string} = {}): StripeFault {
  return new StripeFault({status: 400, body: {type: 'invalid_request_error', message, ...rest}})
}

export function missingResource(
  noun: string,
  id: string,
  where: {param: string; status: 400 | 404; otherMode?: 'live' | 'test' | undefined},
): StripeFault {
  const hint =
    where.otherMode === undefined
      ? ''
      : `; a similar object exists in ${where.otherMode} mode, but a ${where.otherMode === 'live' ? 'test' : 'live'} mode key was used to make this request.`
  return new StripeFault({
    status: where.status,
    body: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such ${noun}: '${id}'${hint}`,
      param: where.param,
    },
  })
}

export function unknownParameters(names: readonly string[]): StripeFault {
  const [first = ''] = names
  return badRequest(`Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`, {
    code: 'parameter_unknown',
    param: first,
  })
}
