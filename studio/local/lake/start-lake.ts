import {createServer} from 'node:http'
import {KEEP_ALIVE} from '../keep-alive.ts'
import {createLake, type MountableLake} from './create-lake.ts'
import type {LakeOptions, LakeSeed} from './lake-state.ts'

export type {LakeDocument} from './lake-document.ts'
export type {LakeOptions, LakeSeed} from './lake-state.ts'
export type {LakePerson} from './people.ts'
export {createLake, type MountableLake} from './create-lake.ts'

/** A lake on a port of its own, on loopback. */
export type Lake = MountableLake & {
  /** `http://localhost:PORT`: the `apiHost` of a client or a Studio. */
  url: string
}

/**
 * Starts a lake on 127.0.0.1; port 0 takes a free one. Rejects when the port is in use.
 *
 * @example
 * const lake = await startLake({documents, people})
 * const client = createClient({apiHost: lake.url, useProjectHostname: false, projectId: lake.projectId,
 *   dataset: lake.dataset, apiVersion: '2025-02-19', useCdn: false, token: people[0].token})
 */
export async function startLake(
  seed: LakeSeed,
  {port = 0, ...options}: LakeOptions & {port?: number} = {},
): Promise<Lake> {
  const lake = createLake(seed, options)
  const server = createServer(KEEP_ALIVE, lake.fetch)
  server.on('upgrade', lake.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the lake got no port')
  return {
    ...lake,
    url: `http://localhost:${address.port}`,
    async close() {
      await lake.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
