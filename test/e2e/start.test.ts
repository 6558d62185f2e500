import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {listen} from '../../studio/local/demo/listen.ts'

/** A source that changed since the other tests began is built first. */
const STARTED = {timeout: 60_000}
const START = new URL('../../studio/local/start.ts', import.meta.url).pathname

/** `npm start -- …` as a process of its own. */
function start(...flags: string[]) {
  const child = spawn(process.execPath, [START, ...flags], {stdio: ['ignore', 'pipe', 'pipe']})
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    })
  }
  return {child, printed: () => printed, ended: ended(child)}
}

async function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

test('The link is printed, leads to the Studio, and Ctrl-C stops it.', async () => {
  const {child, printed, ended: stopped} = start('--port', '0')
  await expect.poll(printed, STARTED).toMatch(/Ctrl-C stops it/)
  expect(printed()).toMatch(/Ingrid Solberg +admin of Fjord Dance Studio/)
  expect(printed()).toContain('Ada Lindqvist paid 250 kr and has no pass')
  const [, port] = /http:\/\/localhost:(\d+)/.exec(printed()) ?? []
  const answer = await fetch(`http://127.0.0.1:${port}/`, {headers: {host: `localhost:${port}`}})
  expect(await answer.text()).toContain('<title>Sanity Studio</title>')
  child.kill('SIGINT')
  expect(await stopped).toBe(0)
  expect(printed()).toContain('Stopped.')
})

test('A port in use is said, and another one taken.', async () => {
  const taken = createServer()
  const port = await listen(taken, 0)
  onTestFinished(() => void taken.close())
  const {printed} = start('--port', String(port))
  await expect
    .poll(printed, STARTED)
    .toMatch(new RegExp(`Port ${port} is in use, so this is on (?!${port}\\b)\\d+`))
})

test('A flag that does not exist is named, and nothing starts.', async () => {
  const {printed, ended: stopped} = start('--datset', 'x.ndjson')
  expect(await stopped).toBe(2)
  expect(printed()).toContain("Unknown option '--datset'")
  expect(printed()).toContain('--dataset data.ndjson')
})

test('A dataset with a broken line is answered with file and line.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const path = join(folder, 'mine.ndjson')
  await writeFile(path, '{"_id": "a", "_type": "pass"}\n{"_id": ')
  const {printed, ended: stopped} = start('--dataset', path)
  expect(await stopped).toBe(2)
  expect(printed()).toContain(`${path}, line 2: not JSON`)
})
