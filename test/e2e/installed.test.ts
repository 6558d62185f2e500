import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {z} from 'zod'
import {ROOT} from '../../.config/source-files.ts'
import {NAME, pack} from '../package/pack.ts'
import {setup} from './setup.ts'

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
export default defineConfig({
  projectId: 'demo',
  dataset: 'production',
  apiHost: 'http://localhost:' + globalThis.location.port,
  announcements: off, apps: {canvas: off}, document: {comments: off}, mediaLibrary: off, releases: off,
  scheduledDrafts: off, scheduledPublishing: off, tasks: off,
  auth: {loginMethod: 'token'},
  plugins: [stripePasses({endpoint: '/api'})],
  schema: {types},
})
`
const CLI = `
import {defineCliConfig} from 'sanity/cli'
export default defineCliConfig({
  api: {projectId: 'demo', dataset: 'production'}, deployment: {autoUpdates: false},
})
`

it('a Studio of somebody else’s that installed the package shows what does not agree', async () => {
  const {install, remove} = await pack()
  onTestFinished(remove)
  const peers = ['sanity', 'react', 'react-dom', 'styled-components']
  const project = install('studio', [...Object.keys(dependencies), ...peers])
  writeFileSync(join(project, 'sanity.config.ts'), CONFIG)
  writeFileSync(join(project, 'sanity.cli.ts'), CLI)
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/sanity/bin/sanity'), 'build', join(project, 'built'), '--yes'],
    {cwd: project, stdio: 'pipe', env: {...process.env, NODE_ENV: 'production', DO_NOT_TRACK: '1'}},
  )
  const {open} = await setup({studio: join(project, 'built')})
  const page = await open('/passes')
  await expect.poll(() => page.locator('[data-row-button]').count(), {timeout: 60_000}).toBeGreaterThan(0)
  expect(page.workers()).toHaveLength(1)
}, 240_000)
