import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http'
import {onTestFinished} from 'vitest'
import {createApi} from '../../../plugin/api/api.ts'
import {NDJSON} from '../../../plugin/core/contract/endpoints.ts'

export type Asked = {method: string; url: string; headers: IncomingHttpHeaders; body: string}
export type Answer = (response: ServerResponse) => void

/** A far side that gives these answers, one a request, and the client that calls it. Waiting costs no time. */
export async function setup(answers: Answer[], {token = 'token-of-tove'}: {token?: string | null} = {}) {
  const asked: Asked[] = []
  const waited: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      asked.push({method: request.method ?? '', url: request.url ?? '', headers: request.headers, body})
      const answer = answers[asked.length - 1] ?? answers.at(-1)
      answer?.(response)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const api = createApi({
    endpoint: `http://127.0.0.1:${port}`,
    token: () => Promise.resolve(token),
    wait: (ms) => {
      waited.push(ms)
      return Promise.resolve()
    },
  })
  return {api, asked, waited, stop: () => server.closeAllConnections()}
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, {'content-type': 'application/json', ...headers}).end(JSON.stringify(body))
  }
}

/** A fault as the function answers it. */
export function fault(status: number, code: string, more: Record<string, unknown> = {}): Answer {
  return json(status, {error: {code, message: `it is ${code}`, requestId: 'r-1', ...more}})
}

/** Lines of a stream; the connection breaks after them unless it ends well. */
export function lines(parts: unknown[], {breaks = false, cut = ''} = {}): Answer {
  return (response) => {
    response.writeHead(200, {'content-type': NDJSON})
    const text = `${parts.map((part) => JSON.stringify(part)).join('\n')}\n${cut}`
    if (breaks) response.write(text, () => response.destroy())
    else response.end(text)
  }
}
