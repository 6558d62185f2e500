import process from 'node:process'
import {benchCold} from './cold.ts'
import {benchEngine} from './engine.ts'
import {benchRepairs} from './repairs.ts'
import {benchScan} from './scan.ts'
import {benchSchools} from './schools.ts'
import {benchSync} from './sync.ts'
import {benchWebhook} from './webhook.ts'
import {benchScreens} from './screens.ts'

const BENCHES: Readonly<Record<string, () => unknown>> = {
  cold: () => benchCold(),
  engine: () => benchEngine(),
  repairs: () => benchRepairs(),
  scan: () => benchScan(),
  schools: () => benchSchools(),
  sync: () => benchSync(),
  webhook: () => benchWebhook(),
  screens: () => benchScreens(),
}

const [name = '', ...flags] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined

if (bench === undefined) {
  process.stderr.write(`usage: bench ${Object.keys(BENCHES).join(' | ')} [--json]\n`)
  process.exitCode = 2
} else {
  const figures = await bench()
  const lines = Object.entries(figures ?? {}).map(
    ([figure, value]) => `${figure.padEnd(20)} ${JSON.stringify(value)}`,
  )
  process.stdout.write(flags.includes('--json') ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`)
}
