import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'
import babel from '@rolldown/plugin-babel'
import react, {reactCompilerPreset} from '@vitejs/plugin-react'
import {build, type InlineConfig, type PluginOption} from 'vite'
import {z} from 'zod'
import {ROOT} from './source-files.ts'

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    peerDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')))

const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]

/** Whatever the installing project brings stays an import; only our own code goes into the bundle. */
function isExternal(id: string): boolean {
  return id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`))
}

const STARTED =
  /plugin\/(i18n\/(en\/start|language|locale-bundles|nb\/start|once)|schema\/document-types)\.ts$/

/**
 * What draws a few words out of what it is given, and is drawn anew only when that changes: its parents, or the row
 * around it, see to that. Remembering each piece would be half of its code, and slow down each row that comes into view.
 */
const PLAIN = [
  /plugin\/i18n\/language\.ts$/,
  /plugin\/tool\/passes-tool\.ts$/,
  /plugin\/tool\/(?:ToolFrame|HealthTab|ScreenTab|bulk\/RowCheckbox)\.tsx$/,
  /plugin\/tool\/parts\/(?:ConfidenceLabel|Connector|DoneToast|DrawnAhead|FactLines|FaultCard|Late|LateDialog)\.tsx$/,
  /plugin\/tool\/parts\/(?:LinkGate|LiveRegion|MendingDialogs|ReadingProgress|ReturnFocus|SchemaGate)\.tsx$/,
  /plugin\/tool\/parts\/(?:SchoolGate|Spinning|VerbButton|VerdictLabel|Waiting)\.tsx$/,
  /plugin\/tool\/mismatches\/(?:ClosedLink|EmptyList|EntryRow|ExportButton|FilterSelect|Freshness|KeyHint)\.tsx$/,
  /plugin\/tool\/mismatches\/(?:Notice|PaidBy|RemarkLine|Row(?:Cell|Glimpse|Icon|Styles|Summary|Verb)|TabBar)\.tsx$/,
]

function bundle(entries: Record<string, string>, outDir: string, plugins: PluginOption[]): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    plugins,
    // It travels as text, which no Studio's build makes smaller.
    worker: {rolldownOptions: {output: {minify: true, sourcemap: false}}},
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      minify: false,
      sourcemap: true,
      lib: {entry: entries, formats: ['es']},
      rolldownOptions: {
        external: isExternal,
        output: {
          entryFileNames: '[name].js',
          // A package has its version, and a Studio's build its own hashes: more of them would only be more to load.
          chunkFileNames: 'chunks/[name].js',
          // What a Studio's start shares with what is loaded later travels in one piece.
          codeSplitting: {groups: [{name: 'start', test: STARTED}]},
        },
      },
    },
  }
}

/** The function and the command, for servers. */
export async function buildFunctions(folder: string): Promise<void> {
  const entries = {index: 'functions/index.ts', 'stripe-passes': 'functions/cli/stripe-passes.ts'}
  await build(bundle(entries, folder, []))
}

/**
 * Builds what is published into a folder: the plugin for browsers, the function and the command for servers, and
 * the types of both doors.
 *
 * @example await buildPackage('dist')
 */
export async function buildPackage(folder: string): Promise<void> {
  // Whatever it is where somebody builds: React has no `jsxDEV` in a Studio that is built for production.
  process.env['NODE_ENV'] = 'production'
  rmSync(folder, {recursive: true, force: true})
  await build(
    bundle({index: 'plugin/index.ts'}, folder, [
      react(),
      babel({presets: [reactCompilerPreset()], exclude: PLAIN}),
    ]),
  )
  // The map of the worker that travels as text: there is no file that it would be of.
  rmSync(`${folder}/assets`, {recursive: true, force: true})
  await buildFunctions(`${folder}/functions`)
  execFileSync('tsc', ['-p', '.config/tsconfig.types.json', '--outDir', `${folder}/types`], {
    cwd: ROOT,
    stdio: 'inherit',
  })
}

if (process.argv[1] === import.meta.filename) await buildPackage(`${ROOT}/dist`)
