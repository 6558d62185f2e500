import {randomBytes} from 'node:crypto'
import type {Log} from '../../functions/index.ts'
import {startArguments, type StartArguments, USAGE, UsageError} from './demo/arguments.ts'
import {builtStudio} from './demo/built-studio.ts'
import {exportSeed} from './demo/export-seed.ts'
import {seedOf} from './demo/seed-of.ts'
import {startDemo} from './demo/start-demo.ts'
import {welcome} from './demo/welcome.ts'

/** `npm start`: the demo, until Ctrl-C. */
async function start(given: StartArguments): Promise<void> {
  const tokens = new Map<string, string>()
  // Anybody can read this repository: nobody who does gets into a demo that shows a school's own export.
  const tokenOf = (person: string) => {
    const token = tokens.get(person) ?? randomBytes(32).toString('hex')
    tokens.set(person, token)
    return token
  }
  const seed = await seedOf(given, {now: new Date(), tokenOf})
  if (given.export !== null) {
    print(`${(await exportSeed(seed, given.export, given.schema)).join('\n')}\n`)
    return
  }
  const studio = await builtStudio({onBuild: () => print('Building the Studio, once …\n')})
  const demo = await startDemo({seed, studio, port: given.port, schema: given.schema, log: printBugs})
  print(
    welcome({url: demo.url, port: demo.port, wantedPort: given.port, seed, isOwn: given.dataset !== null}),
  )
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    demo.close().then(
      () => print('\nStopped.\n'),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
}

// Every request as a line would bury the link; a bug must not be buried.
const printBugs: Log = (line) => {
  if (line.bug !== undefined) process.stderr.write(`${JSON.stringify(line)}\n`)
}

function print(text: string): void {
  process.stdout.write(text)
}

function fail(error: unknown): void {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

try {
  const given = startArguments(process.argv.slice(2))
  if (given.help) print(USAGE)
  else await start(given)
} catch (error) {
  fail(error)
}
