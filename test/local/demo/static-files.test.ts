import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, request as ask} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {listen} from '../../../studio/local/demo/listen.ts'
import {staticFiles} from '../../../studio/local/demo/static-files.ts'

async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  await mkdir(join(folder, 'studio/static'), {recursive: true})
  await writeFile(join(folder, 'studio/index.html'), 'the page')
  await writeFile(join(folder, 'studio/static/app-1a2b.js'), 'the app')
  await writeFile(join(folder, 'secret'), 'not for you')
  const serve = staticFiles(join(folder, 'studio'))
  const server = createServer((request, response) => void serve(request, response))
  const port = await listen(server, 0)
  onTestFinished(async () => {
    server.close()
    await rm(folder, {recursive: true})
  })
  return {
    // As typed: a client that tidies the path would hide what a stranger sends.
    get: async (path: string, method = 'GET') => {
      const sent = ask({port, path, method})
      sent.end()
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.once('response', resolve).once('error', reject)
      })
      const body = Buffer.concat(await response.toArray()).toString('utf8')
      return {status: response.statusCode, body, cache: response.headers['cache-control']}
    },
  }
}

test('An address inside the Studio is the page, an asset is itself and may be kept.', async () => {
  const {get} = await setup()
  expect(await get('/passes/students/a')).toMatchObject({status: 200, body: 'the page', cache: 'no-cache'})
  const asset = await get('/static/app-1a2b.js')
  expect(asset).toMatchObject({status: 200, body: 'the app'})
  expect(asset.cache).toContain('immutable')
})

test('An asset that is gone is not answered with the page.', async () => {
  const {get} = await setup()
  expect(await get('/static/app-old.js')).toMatchObject({status: 404})
})

test.each(['/../secret', '/static/../../secret', '/%2e%2e/secret', '/..%2fsecret', '/%00', '/%'])(
  'Nothing outside the folder is served: %s',
  async (path) => {
    const {get} = await setup()
    expect((await get(path)).body).not.toContain('not for you')
  },
)

test('Nothing can be sent to it.', async () => {
  const {get} = await setup()
  expect(await get('/', 'POST')).toMatchObject({status: 405})
})
