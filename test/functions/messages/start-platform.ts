import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {json} from 'node:stream/consumers'
import {onTestFinished} from 'vitest'
import {z} from 'zod'
import {listen} from '../../../studio/local/demo/listen.ts'

const letter = z.object({
  language: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  school: z.object({id: z.string(), name: z.string()}),
  student: z.string().nullable(),
  payment: z.string().nullable(),
  record: z.string(),
})

/** How it takes what it is handed. */
type Manner = 'takes' | 'fails' | 'redirects' | 'hangs' | 'hangs up'

const MANNERS: Record<Manner, (response: ServerResponse) => void> = {
  takes: (response) => void response.writeHead(202).end('{}'),
  fails: (response) => void response.writeHead(500).end('no'),
  redirects: (response) => void response.writeHead(307, {location: '/elsewhere'}).end(),
  hangs: () => undefined,
  'hangs up': (response) => void response.destroy(),
}

/** The school's platform, which sends what it is handed, for one test. */
export async function startPlatform(manner: Manner = 'takes') {
  const letters: z.infer<typeof letter>[] = []
  const paths: string[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    paths.push(request.url ?? '')
    letters.push(letter.parse(await json(request)))
    MANNERS[manner](response)
  }
  const server = createServer((request, response) => void take(request, response))
  const port = await listen(server, 0)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {letters, paths, environment: {MESSAGE_WEBHOOK_URL: `http://127.0.0.1:${port}/letters`}}
}
