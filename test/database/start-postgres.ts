import {execFileSync, spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {chownSync, globSync, mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import process from 'node:process'

export type Postgres = {
  /** `postgres://postgres@127.0.0.1:<port>/postgres` */
  url: string
  /** As a machine that loses its power: nobody is told. */
  kill: () => Promise<void>
  /** Starts it again on what was written. */
  start: () => Promise<void>
  /** Stops it for good, and leaves nothing behind. */
  close: () => Promise<void>
}

// Where Debian's package, Homebrew and the installers put it.
const PLACES = ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql*/bin', '/usr/local/pgsql/bin']
// What was committed outlives the process; only the machine's own death is not provided for.
const QUICK = ['fsync=off', 'full_page_writes=off']

/**
 * Starts a PostgreSQL of its own on loopback, on a free port, in a folder that is gone afterwards.
 *
 * @returns null where PostgreSQL is not installed
 * @example
 * const postgres = await startPostgres()
 * if (postgres) await new Client(postgres.url).connect()
 */
export async function startPostgres(): Promise<Postgres | null> {
  const programs = findPrograms()
  if (programs === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'stripe-passes-postgres-'))
  const owner = ownerOf(folder)
  const initdb = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(programs, 'initdb'), initdb, {...owner, stdio: ['ignore', 'ignore', 'inherit']})
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=100',
    ...QUICK,
  ]
  const run = (): Promise<ChildProcess> =>
    serve(
      join(programs, 'postgres'),
      ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])],
      owner,
    )
  let server = await run()
  const atExit = (): void => void server.kill('SIGQUIT')
  process.once('exit', atExit)

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => ended(server, 'SIGQUIT'),
    async start() {
      server = await run()
    },
    async close() {
      await ended(server, 'SIGINT')
      process.off('exit', atExit)
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

function findPrograms(): string | null {
  const found = PLACES.flatMap((place) => globSync(join(place, 'initdb'))).toSorted()
  return found.length === 0 ? null : dirname(found.at(-1) ?? '')
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function ownerOf(folder: string): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}))
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  chownSync(folder, uid, gid)
  return {uid, gid}
}

async function serve(
  program: string,
  parameters: string[],
  owner: {uid?: number; gid?: number},
): Promise<ChildProcess> {
  const server = spawn(program, parameters, {...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe']})
  let told = ''
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8')
    server.stderr.on('data', (text: string) => {
      told += text
      if (told.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${told}`)))
    server.once('error', reject)
  })
  await ready
  return server
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
