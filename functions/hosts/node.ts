import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Handler} from '../handler.ts'
import {sendBody} from './send-body.ts'

/**
 * Puts the handler behind `node:http`. Answers are written as they come, so that a stream of facts is shown while
 * it is read; a browser that goes away ends the reading.
 *
 * @throws WrongSettings naming every setting that is missing or wrong, so that the process ends instead of serving nothing
 * @example
 * import {createServer} from 'node:http'
 * import {createHandler} from 'sanity-plugin-stripe-passes/functions'
 * createServer(toNodeListener(createHandler({environment: process.env}))).listen(8787)
 */
export function toNodeListener(
  handler: Handler,
): (request: IncomingMessage, response: ServerResponse) => void {
  const {problems = []} = handler
  if (problems.length > 0) throw new WrongSettings(problems)
  return (request, response) => {
    const asked = toRequest(request)
    if (asked === null) {
      response.writeHead(400, {'content-type': 'text/plain'}).end('no request that can be understood')
      return
    }
    answer(handler, asked, response).catch(() => {
      // The handler answers its own failures: what is left is a connection that broke.
      response.destroy()
    })
  }
}

/** Printed without a stack: it is for whoever sets settings, not for whoever mends this code. */
class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  constructor(problems: readonly string[]) {
    super(`the function does not start: ${problems.join('; ')}`)
    this.stack = `${this.name}: ${this.message}`
  }
}

async function answer(handler: Handler, request: Request, response: ServerResponse): Promise<void> {
  const {status, headers, body} = await handler(request)
  response.writeHead(status, Object.fromEntries(headers))
  if (body === null) {
    response.end()
    return
  }
  await sendBody(body, response)
}

/** Null where it is none: an address such as `//`, or a method that `fetch` refuses. */
function toRequest(request: IncomingMessage): Request | null {
  try {
    return readRequest(request)
  } catch {
    return null
  }
}

function readRequest(request: IncomingMessage): Request {
  const {method = 'GET', url = '/'} = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  // Only the path counts: who asked for which host is not something to decide by.
  const address = new URL(url, 'http://function.invalid')
  if (method === 'GET' || method === 'HEAD') return new Request(address, {method, headers})
  // Fetch demands `duplex` of a streamed body; the DOM's types have not heard of it.
  const init = {method, headers, body: toStream(request), duplex: 'half' as const}
  return new Request(address, init)
}

function toStream(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = request[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const {done, value} = await chunks.next()
      if (done) controller.close()
      else if (value instanceof Uint8Array) controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
