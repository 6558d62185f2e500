import {gzipSync} from 'node:zlib'
import {build, type Rolldown} from 'vite'
import {ROOT} from '../../.config/source-files.ts'

/** What every Studio has anyway. */
const THERE_ANYWAY = /^(?:sanity|react|react-dom|@sanity\/ui|styled-components)(?:\/|$)/

/** What opening the tool asks for: its frame with its first screen, and its sentences in one language. */
const OPENED = [/PassesTool/, /(?:^|\/)english-/]

/** Bytes as they travel. */
export type Sizes = {
  /** What the plugin adds to a Studio's start, with what it says there. */
  start: number
  /** What is loaded when its tool is opened, the sentences of its first screen among it. */
  tool: number
}

/** Measures what the plugin weighs in a Studio, without what every Studio has anyway. */
export async function measureSizes(): Promise<Sizes> {
  const chunks = await bundled()
  const entry = [...chunks.values()].find(({isEntry}) => isEntry)
  if (entry === undefined) throw new Error('the plugin has no entry')
  const start = closure([entry], chunks)
  const opened = closure(
    OPENED.map((name) => chunkNamed(name, chunks)),
    chunks,
  )
  const tool = [...opened].filter((chunk) => !start.has(chunk))
  return {start: sizeOf([...start]), tool: sizeOf(tool)}
}

type Chunk = Rolldown.OutputChunk

/** The published plugin as a Studio's own build would cut it. */
async function bundled(): Promise<Map<string, Chunk>> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: 'dist/index.js',
        preserveEntrySignatures: 'strict',
        external: (id) => THERE_ANYWAY.test(id),
      },
    },
  })
  const outputs = Array.isArray(output) ? output : [output]
  const files = outputs.flatMap((one) => ('output' in one ? one.output : []))
  return new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
}

function chunkNamed(name: RegExp, chunks: ReadonlyMap<string, Chunk>): Chunk {
  const found = [...chunks.values()].find(({fileName}) => name.test(fileName))
  if (found === undefined) throw new Error(`nothing is built as ${name}`)
  return found
}

/** Chunks with everything that they need at once. */
function closure(first: readonly Chunk[], chunks: ReadonlyMap<string, Chunk>): Set<Chunk> {
  const found = new Set(first)
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const needed = chunks.get(name)
      if (needed !== undefined) found.add(needed)
    }
  }
  return found
}

function sizeOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((bytes, {code}) => bytes + gzipSync(code).length, 0)
}
