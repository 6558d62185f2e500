import {spawn} from 'node:child_process'
import {createServer} from 'node:http'
import {expect, it, onTestFinished} from 'vitest'
import {listen} from '../../../studio/local/demo/listen.ts'
import {installStudio, SANITY} from '../install-studio.ts'
import {setup} from '../setup.ts'

it('`sanity dev` of a Studio that installed the package shows what does not agree, judged in a worker', async () => {
  const {project, remove} = await installStudio()
  onTestFinished(remove)
  const origin = `http://localhost:${await freePort()}`
  const {demo, open, errors} = await setup({environment: {ALLOWED_ORIGINS: origin}})
  serve(project, {origin, demo: demo.url})
  await expect.poll(() => isThere(origin), {timeout: 60_000, interval: 500}).toBe(true)
  // Any page of the demo, for whoever is signed in there.
  const page = await open('/shop')
  await page.goto(`${origin}/passes`, {timeout: 120_000})
  await expect.poll(() => page.locator('[data-row-button]').count(), {timeout: 120_000}).toBeGreaterThan(0)
  expect(page.workers()).toHaveLength(1)
  // Vite answers with 504 while it bundles what nobody had asked for before, and then loads the page anew.
  const others = errors.splice(0).filter((error) => !error.includes('Outdated Optimize Dep'))
  expect(others).toEqual([])
}, 400_000)

function serve(project: string, {origin, demo}: {origin: string; demo: string}): void {
  const {port} = new URL(origin)
  const child = spawn(process.execPath, [SANITY, 'dev', '--port', port], {
    cwd: project,
    stdio: 'ignore',
    env: {...process.env, NODE_ENV: 'development', DO_NOT_TRACK: '1', SANITY_STUDIO_DEMO: demo},
  })
  onTestFinished(() => void child.kill())
}

async function isThere(origin: string): Promise<boolean> {
  try {
    return (await fetch(origin)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
