import process from 'node:process'
import {benchEngine} from './engine.ts'

const BENCHES: Readonly<Record<string, () => unknown>> = {engine: () => benchEngine()}

const [name = '', ...flags] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined

if (bench === undefined) {
  process.stderr.write(`usage: bench ${Object.keys(BENCHES).join(' | ')} [--json]\n`)
  process.exitCode = 2
} else {
  const figures = bench()
  const lines = Object.entries(figures ?? {}).map(
    ([figure, value]) => `${figure.padEnd(20)} ${String(value)}`,
  )
  process.stdout.write(flags.includes('--json') ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`)
}
