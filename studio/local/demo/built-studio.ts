import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import {join, relative} from 'node:path'
import {DAY} from '../../../plugin/core/contract/instant.ts'

const ROOT = new URL('../../..', import.meta.url).pathname
const SOURCES = [
  'plugin',
  'studio/schema',
  'studio/structure.ts',
  'studio/demo-workspace.ts',
  'studio/members-documents.ts',
  'studio/members-structure.ts',
  'studio/studio-language.ts',
  'sanity.config.ts',
  'sanity.cli.ts',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * The folder with the built Studio. It is built when its sources have changed since the last time, in about five
 * seconds, so that every other start is instant.
 *
 * @throws Error with what `sanity build` printed.
 */
export async function builtStudio({onBuild}: {onBuild?: () => void} = {}): Promise<string> {
  const folder = join(ROOT, '.demo')
  const built = join(folder, `studio-${await sourceHash()}`)
  if (existsSync(join(built, 'index.html'))) return built
  onBuild?.()
  await mkdir(folder, {recursive: true})
  await removeOld(folder)
  const unfinished = `${built}.${process.pid}`
  try {
    await sanityBuild(unfinished)
  } catch (error) {
    await rm(unfinished, {recursive: true, force: true})
    throw error
  }
  // Only a whole build gets the name, so that one that was interrupted is never served.
  await rename(unfinished, built).catch(async (error: unknown) => {
    await rm(unfinished, {recursive: true, force: true})
    if (!existsSync(built)) throw error
  })
  return built
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesIn(join(ROOT, source))) {
      hash
        .update(relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path)
  if (!found.isDirectory()) return [path]
  const inside = await readdir(path, {recursive: true, withFileTypes: true})
  return inside
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

// A demo that is still running may serve yesterday's build.
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const {mtimeMs} = await stat(path)
    if (name.startsWith('studio-') && Date.now() - mtimeMs > DAY)
      await rm(path, {recursive: true, force: true})
  }
}

async function sanityBuild(output: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/sanity/bin/sanity'), 'build', output, '--yes'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Empty beats a `.env` file: this is the demo, whatever project the folder is set up for.
        SANITY_STUDIO_PROJECT_ID: '',
        SANITY_STUDIO_DATASET: '',
        SANITY_STUDIO_PASSES_ENDPOINT: '',
        NODE_ENV: 'production',
        DO_NOT_TRACK: '1',
        FORCE_COLOR: '0',
      },
    },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`The Studio could not be built:\n${printed}`)
}
