import {spawn} from 'node:child_process'
import {EventEmitter, once} from 'node:events'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {z} from 'zod'

/** From it on, one request may wait for what another one asked for. */
export const COMPATIBILITY_DATE = '2026-01-01'

const require = createRequire(import.meta.url)
/** The program itself: what stands in its place in `.bin` may be a script that starts it, and outlives it. */
const {default: WORKERD} = z.object({default: z.string()}).parse(require('workerd'))

const listening = z.object({event: z.literal('listen'), port: z.int()})

/**
 * Runs a Worker in workerd, the runtime of Cloudflare Workers, without anything of Node.
 *
 * @example
 * const {url, close} = await startWorkerd({code, settings: {LIVE: 'true'}})
 */
export async function startWorkerd({
  code,
  settings,
}: {
  code: string
  settings: Readonly<Record<string, string>>
}): Promise<{url: string; close: () => Promise<void>}> {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-passes-workerd-'))
  writeFileSync(join(folder, 'worker.js'), code)
  writeFileSync(join(folder, 'config.capnp'), configOf(settings))
  const config = join(folder, 'config.capnp')
  const child = spawn(WORKERD, ['serve', config, '--socket-addr=http=127.0.0.1:0', '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = once(child, 'exit')
  const told = once(z.instanceof(EventEmitter).parse(child.stdio[3]), 'data')
  const [first]: unknown[] = await Promise.race([told, ended])
  return {
    url: `http://127.0.0.1:${listening.parse(JSON.parse(String(first))).port}`,
    async close() {
      child.kill()
      await ended
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

function configOf(settings: Readonly<Record<string, string>>): string {
  const bindings = Object.entries(settings).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
  )
  return `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .passes),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "main")],
);
const passes :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  bindings = [${bindings.join(', ')}],
);
`
}
