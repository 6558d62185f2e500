import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {ROOT} from '../../.config/source-files.ts'
import {NAME, pack} from '../package/pack.ts'

const {dependencies} = z
  .object({dependencies: z.record(z.string(), z.string())})
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

/** The README's, over the demo's lake, with a document of each kind that a record refers to. */
const CONFIG = `
import {defineConfig} from 'sanity'
import {stripePasses} from '${NAME}'

const off = {enabled: false}
const types = ['tenant', 'user', 'pass', 'subscription'].map((name) => ({
  name, type: 'document', fields: [{name: 'name', type: 'string'}],
}))
const demo = process.env.SANITY_STUDIO_DEMO || globalThis.location.origin
export default defineConfig({
  projectId: 'demo',
  dataset: 'production',
  apiHost: demo,
  announcements: off, apps: {canvas: off}, document: {comments: off}, mediaLibrary: off, releases: off,
  scheduledDrafts: off, scheduledPublishing: off, tasks: off,
  auth: {loginMethod: 'token'},
  plugins: [stripePasses({endpoint: demo + '/api'})],
  schema: {types},
})
`
const CLI = `
import {defineCliConfig} from 'sanity/cli'
export default defineCliConfig({
  api: {projectId: 'demo', dataset: 'production'}, deployment: {autoUpdates: false},
})
`

/** What runs in the project of somebody else's, as \`npx sanity\` would. */
export const SANITY = join(ROOT, 'node_modules/sanity/bin/sanity')

/** A Studio of somebody else's, outside of the repository, that installed the package as it is packed. */
export async function installStudio(): Promise<{project: string; remove: () => void}> {
  const {install, remove} = await pack()
  const peers = ['sanity', 'react', 'react-dom', 'styled-components']
  const project = install('studio', [...Object.keys(dependencies), ...peers])
  writeFileSync(join(project, 'sanity.config.ts'), CONFIG)
  writeFileSync(join(project, 'sanity.cli.ts'), CLI)
  return {project, remove}
}
