import {Writable} from 'node:stream'
import {expect, it} from 'vitest'
import {sendBody} from '../../../functions/hosts/send-body.ts'

it('A long answer that is taken slowly leaves nothing waiting on its connection.', async () => {
  const waiting: number[] = []
  const slow = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, taken) {
      waiting.push(this.listenerCount('close'))
      setImmediate(taken)
    },
  })
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let nth = 0; nth < 50; nth += 1) controller.enqueue(new Uint8Array(10))
      controller.close()
    },
  })
  await sendBody(body, slow)
  expect(waiting).toHaveLength(50)
  expect(Math.max(...waiting)).toBeLessThan(5)
})
