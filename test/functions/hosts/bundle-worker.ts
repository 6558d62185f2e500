import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {buildFunctions} from '../../../.config/build.ts'
import {ROOT} from '../../../.config/source-files.ts'

/** By which Cloudflare's own bundler chooses among a package's files. */
const CONDITIONS = ['workerd', 'worker', 'browser', 'module', 'import', 'default']

/**
 * The built function for servers, in a folder of its own below the repository: what it imports is found from there.
 *
 * @returns `door`: the file behind `sanity-plugin-stripe-passes/functions`
 */
export async function builtFunctions(): Promise<{folder: string; door: string; remove: () => void}> {
  mkdirSync(`${ROOT}/tmp`, {recursive: true})
  const folder = mkdtempSync(`${ROOT}/tmp/functions-`)
  await buildFunctions(folder)
  return {
    folder,
    door: join(folder, 'index.js'),
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

/**
 * A Worker as it is uploaded: one minified file with everything in it, both SDKs included. What would need Node does
 * not build.
 *
 * @param folder where the Worker's own file is written, beside what it imports
 * @param source the Worker's own lines
 */
export async function bundleWorker(folder: string, source: string): Promise<string> {
  const input = join(folder, 'worker.js')
  writeFileSync(input, source)
  const bundle = await rolldown({
    input,
    platform: 'neutral',
    resolve: {conditionNames: CONDITIONS, mainFields: ['browser', 'module', 'main']},
  })
  const {output} = await bundle.generate({format: 'esm', minify: true, codeSplitting: false})
  await bundle.close()
  return output[0].code
}
