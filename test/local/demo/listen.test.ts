import {createServer} from 'node:http'
import {expect, onTestFinished, test} from 'vitest'
import {listen} from '../../../studio/local/demo/listen.ts'

function server() {
  const made = createServer((_request, response) => response.end())
  onTestFinished(() => new Promise<void>((resolve) => made.close(() => resolve())))
  return made
}

test('A port in use is answered with another one.', async () => {
  const taken = await listen(server(), 0)
  const second = await listen(server(), taken)
  expect(second).not.toBe(taken)
  expect(second).toBeGreaterThan(0)
})

test('Only this machine can connect.', async () => {
  const made = server()
  await listen(made, 0)
  expect(made.address()).toMatchObject({address: '127.0.0.1'})
})
