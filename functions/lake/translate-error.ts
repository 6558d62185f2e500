import {z} from 'zod'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {WriteConflict} from '../ports.ts'

const UNKNOWN_WAIT = 2

const answered = z.object({
  statusCode: z.number(),
  responseHeaders: z.record(z.string(), z.unknown()).optional(),
  response: z.object({headers: z.record(z.string(), z.unknown()).optional()}).optional(),
})
const mutationErrors = z.object({
  details: z.object({items: z.array(z.object({error: z.object({type: z.string()})}))}),
})

/**
 * Says in our words why the lake did not do what was asked. The real client's messages quote queries and
 * documents, so they stay in `cause`. Anything that is not a failure we expect comes back as it is: a bug.
 *
 * @example throw translateError(error) // Fault forbidden
 */
export function translateError(error: unknown): unknown {
  if (isOfNetwork(error)) return unavailable(error)
  const parsed = answered.safeParse(error)
  if (!parsed.success) return error
  const status = parsed.data.statusCode
  if (status === 401) {
    return new Fault('unauthenticated', 'Sanity refuses the session', {}, {cause: error})
  }
  if (status === 403) return new Fault('forbidden', 'Sanity does not allow it', {}, {cause: error})
  if (status === 409) return conflict(error)
  if (status === 429) {
    const seconds = Number(parsed.data.response?.headers?.['retry-after'])
    const retryAfterSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : UNKNOWN_WAIT
    return new Fault('rate_limited', 'Sanity asks to slow down', {}, {cause: error, retryAfterSeconds})
  }
  return status >= 500 ? unavailable(error) : error
}

/**
 * The same for requests with the robot's token: that Sanity refuses it is no fault of whoever is asking, and
 * signing in again would not help.
 */
export function translateRobotError(error: unknown): unknown {
  const translated = translateError(error)
  if (!(translated instanceof Fault)) return missingDataset(translated)
  if (translated.code !== 'unauthenticated' && translated.code !== 'forbidden') return translated
  return new Fault(
    'misconfigured',
    'Sanity refuses SANITY_WRITE_TOKEN for this project and dataset',
    {settings: 'SANITY_WRITE_TOKEN', reason: 'refused_by_sanity'},
    {cause: error},
  )
}

function missingDataset(error: unknown): unknown {
  const parsed = answered.safeParse(error)
  if (parsed.data?.statusCode !== 404) return error
  return new Fault(
    'misconfigured',
    'Sanity knows no such project or dataset',
    {settings: 'SANITY_PROJECT_ID, SANITY_DATASET', reason: 'not_found_by_sanity'},
    {cause: error},
  )
}

function conflict(error: unknown): Fault | WriteConflict {
  const items = mutationErrors.safeParse(error).data?.details.items ?? []
  // A reference to a document that is gone: no repetition will bring it back.
  if (items.some((item) => item.error.type.includes('Reference'))) {
    return new Fault(
      'not_repairable',
      'a document that it refers to does not exist',
      {reason: 'reference'},
      {cause: error},
    )
  }
  return new WriteConflict('somebody else wrote first', {cause: error})
}

function unavailable(error: unknown): Fault {
  return new Fault('lake_unavailable', 'Sanity did not answer as it should', {}, {cause: error})
}

/** A host's `fetch` says it by the error's name, Node's also by a code of the cause. */
function isOfNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('isNetworkError' in error && error.isNetworkError === true) return true
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(code)
}
