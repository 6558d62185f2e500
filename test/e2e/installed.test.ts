import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {installStudio, SANITY} from './install-studio.ts'
import {setup} from './setup.ts'

it('a Studio of somebody else’s that installed the package shows what does not agree', async () => {
  const {project, remove} = await installStudio()
  onTestFinished(remove)
  execFileSync(process.execPath, [SANITY, 'build', join(project, 'built'), '--yes'], {
    cwd: project,
    stdio: 'pipe',
    env: {...process.env, NODE_ENV: 'production', DO_NOT_TRACK: '1'},
  })
  const {open} = await setup({studio: join(project, 'built')})
  const page = await open('/passes')
  await expect.poll(() => page.locator('[data-row-button]').count(), {timeout: 60_000}).toBeGreaterThan(0)
  expect(page.workers()).toHaveLength(1)
}, 240_000)
