import type {Writable} from 'node:stream'

/**
 * Writes a body to where Node wants it, as it comes and as fast as it is taken, to the end. Where nobody takes it any
 * more, the body is cancelled, and with it the work that makes it.
 */
export async function sendBody(body: ReadableStream<Uint8Array>, to: Writable): Promise<void> {
  const gone = new AbortController()
  to.once('close', () => gone.abort())
  await body.pipeTo(toSink(to), {signal: gone.signal})
}

function toSink(to: Writable): WritableStream<Uint8Array> {
  return new WritableStream({
    async write(chunk) {
      if (to.write(chunk)) return
      await untilClosedOr(to, (taken) => to.once('drain', taken))
    },
    close: () => untilClosedOr(to, (taken) => to.end(taken)),
  })
}

function untilClosedOr(to: Writable, begin: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      to.off('close', done)
      resolve()
    }
    to.once('close', done)
    begin(done)
  })
}
