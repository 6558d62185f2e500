import {execFileSync} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {z} from 'zod'
import {measureSizes} from '../test/bench/screens-size.ts'
import {ROOT} from './source-files.ts'

/**
 * Bytes that nothing published may exceed, gzipped as they travel. Whoever makes something smaller lowers its limit;
 * whoever raises one says why in the commit.
 */
const LIMITS = {
  /** Added to a Studio's start, with what the plugin says there. */
  start: 4_950,
  /** Loaded when the tool is opened, its worker included; without sanity, react and @sanity/ui. */
  tool: 89_800,
  /** The engine, which travels as text. */
  worker: 42_600,
  /** The function and the command, without stripe, @sanity/client, hono and zod. */
  functions: 200_000,
  /** What npm downloads: source maps with their sources, and types. */
  tarball: 1_715_000,
} as const

const sizes: Record<keyof typeof LIMITS, number> = {
  ...(await measureSizes()),
  worker: workerSize(),
  functions: globSync('dist/functions/**/*.js', {cwd: ROOT})
    .map((file) => gzipSync(readFileSync(`${ROOT}/${file}`)).length)
    .reduce((sum, bytes) => sum + bytes, 0),
  tarball: tarballSize(),
}

const NAMES = ['start', 'tool', 'worker', 'functions', 'tarball'] as const
const lines = NAMES.map((name) => {
  const [size, limit] = [sizes[name], LIMITS[name]]
  return {name, size, limit, isRight: size <= limit}
})
for (const {name, size, limit, isRight} of lines) {
  process.stdout.write(
    `${isRight ? ' ' : '!'} ${name.padEnd(10)} ${String(size).padStart(9)} of ${String(limit).padStart(9)} bytes\n`,
  )
}
if (!lines.every(({isRight}) => isRight)) {
  process.stderr.write('Something published has grown beyond its limit, see .config/check-size.ts\n')
  process.exitCode = 1
}

/** The text of the worker, in the one module that carries it. */
function workerSize(): number {
  const texts = globSync('dist/chunks/*.js', {cwd: ROOT}).flatMap(
    (file) =>
      readFileSync(`${ROOT}/${file}`, 'utf8').match(/(?<=^(?:var|const) jsContent = )"(?:[^"\\]|\\.)*"/m) ??
      [],
  )
  // One text in one chunk, or it is not where it was.
  const [text] = z.tuple([z.string()]).parse(texts)
  return gzipSync(z.string().parse(JSON.parse(text))).length
}

function tarballSize(): number {
  const said = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{size}] = z.tuple([z.object({size: z.number()})]).parse(JSON.parse(said))
  return size
}
