import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {
  type Lake,
  type LakeDocument,
  type LakePerson,
  startLake,
} from '../../../studio/local/lake/start-lake.ts'
import type {LakeOptions} from '../../../studio/local/lake/start-lake.ts'

export const ada: LakePerson = {
  id: 'p-ada',
  name: 'Ada Admin',
  email: 'ada@example.com',
  role: 'administrator',
  provider: 'google',
  token: 'token-of-ada',
}
export const eve: LakePerson = {
  ...ada,
  id: 'p-eve',
  name: 'Eve Editor',
  role: 'editor',
  token: 'token-of-eve',
}
export const vic: LakePerson = {
  ...ada,
  id: 'p-vic',
  name: 'Vic Viewer',
  role: 'viewer',
  token: 'token-of-vic',
}
export const nora: LakePerson = {
  ...ada,
  id: 'p-nora',
  name: 'Nora Norole',
  role: null,
  token: 'token-of-nora',
}
export const robot: LakePerson = {
  ...ada,
  id: 'p-robot',
  name: 'Robot',
  role: 'editor',
  provider: 'sanity-token',
  token: 'token-of-robot',
}

export const people = [ada, eve, vic, nora, robot]

/** A lake with these documents, gone when the test ends, and clients for its people. */
export async function setup(
  documents: LakeDocument[] = [],
  options: LakeOptions & {port?: number; people?: LakePerson[]} = {},
): Promise<{lake: Lake; client: SanityClient; as: (person: LakePerson | null) => SanityClient}> {
  const lake = await startLake({documents, people: options.people ?? people}, options)
  onTestFinished(() => lake.close())
  const as = (person: LakePerson | null): SanityClient => clientOf(lake, person ? {token: person.token} : {})
  return {lake, client: as(ada), as}
}

export function clientOf(lake: Lake, config: ClientConfig = {}): SanityClient {
  return createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    maxRetries: 0,
    ...config,
  })
}

/** The failure of a request, with the status and the details that `@sanity/client` reads from the answer. */
export async function failureOf(
  request: Promise<unknown>,
): Promise<{statusCode: number; message: string; details: unknown; retryAfter: unknown}> {
  try {
    await request
  } catch (error) {
    if (isHttpFailure(error)) {
      const {statusCode, message, details, response} = error
      return {statusCode, message, details, retryAfter: response.headers['retry-after']}
    }
    throw error
  }
  throw new Error('the request went through')
}

type HttpFailure = {
  statusCode: number
  message: string
  details?: unknown
  response: {headers: Record<string, unknown>}
}

function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'statusCode' in error && 'response' in error
}

/** The type of the error that the first failing mutation or action has. */
export function itemError(failure: {details: unknown}): unknown {
  const details = failure.details
  if (typeof details !== 'object' || details === null || !('items' in details)) return undefined
  const items: unknown = details.items
  const first: unknown = Array.isArray(items) ? items[0] : undefined
  return typeof first === 'object' && first !== null && 'error' in first ? first.error : undefined
}
