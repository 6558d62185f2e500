/** An answer other than 200, in the shape that the real API gives. */
export class LakeError extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`HTTP ${status}: ${JSON.stringify(body)}`)
    this.name = 'LakeError'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** One thing that is wrong with one mutation or action of a transaction. */
export type ItemError = {type: string; description: string; [detail: string]: unknown}

/** `mutationError` or `actionError`: the whole transaction failed because of this item. */
export function transactionError(
  kind: 'mutationError' | 'actionError',
  status: number,
  error: ItemError,
  index: number,
): LakeError {
  const noun = kind === 'mutationError' ? 'mutation(s)' : 'action(s)'
  return new LakeError(status, {
    error: {
      description: `The ${noun} failed: ${error.description}`,
      items: [{error, index}],
      type: kind,
    },
  })
}

/** Errors of the API in front of the lake ("boom" style). */
export function apiError(status: number, error: string, message: string, code?: string): LakeError {
  return new LakeError(status, {statusCode: status, error, message, ...(code ? {errorCode: code} : {})})
}

/** What the real API says to a token that it doesn't know, that expired or that was revoked. */
export function unauthorized(): LakeError {
  return apiError(401, 'Unauthorized', 'Session not found', 'SIO-401-ANF')
}

export function insufficientPermissions(permission: string, index = 0): LakeError {
  const description = `Insufficient permissions; permission "${permission}" required`
  return new LakeError(403, {
    error: {
      description,
      items: [{error: {description, permission, type: 'insufficientPermissionsError'}, index}],
      type: 'mutationError',
    },
  })
}

export function badRequest(message: string): LakeError {
  return apiError(400, 'Bad Request', message)
}
