import {createClient, type SanityClient} from '@sanity/client'
import type {Patience} from '../patience.ts'

const API_VERSION = '2025-02-19'
const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * The client with one person's or the robot's token: always the lake itself, never its cache, and what is stored
 * rather than what is published.
 */
export function createLakeClient({
  projectId,
  dataset,
  token,
  apiHost,
  patience,
}: {
  projectId: string
  dataset: string
  /** None: what anybody sees. */
  token: string | undefined
  /** Where the lake is, when it is not Sanity's own address: a local backend. */
  apiHost: string | null
  patience: Patience
}): SanityClient {
  return createClient({
    projectId,
    dataset,
    ...(token !== undefined && {token}),
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'raw',
    timeout: patience.timeout,
    maxRetries: 2,
    retryDelay: (attempt) => patience.firstPause * 2 ** attempt,
    requestTagPrefix: 'passes',
    ...(apiHost !== null && {apiHost, useProjectHostname: !LOOPBACK.test(apiHost)}),
  })
}
