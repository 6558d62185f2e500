import {type ChildProcess, spawn} from 'node:child_process'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import process from 'node:process'

const PROGRAM = new URL('webhook-function.ts', import.meta.url).pathname

/** A function in a process of its own. */
export type KillableFunction = {
  /** Where it takes deliveries. */
  url: string
  /** Ends it in the middle of whatever it does, and starts another on the same port. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

/** Starts the function with these settings, and waits until it listens. */
export async function startFunction(environment: Record<string, string>): Promise<KillableFunction> {
  const port = await freePort()
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [PROGRAM], {
      env: {...process.env, ...environment, PORT: String(port)},
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      started.stdout.once('data', () => resolve())
      started.once('error', reject)
      started.once('exit', (code) => reject(new Error(`the function ended with ${code} before it listened`)))
    })
    return started
  }
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    url: `http://127.0.0.1:${port}/v1/stripe/webhook`,
    async kill() {
      await end()
      child = await start()
    },
    close: end,
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address
}
