import {createServer} from 'node:http'
import {toNodeListener} from '../../../functions/hosts/node.ts'
import {createHandler} from '../../../functions/index.ts'
import {functionEnvironment} from '../../../studio/local/demo/function-environment.ts'
import {listen} from '../../../studio/local/demo/listen.ts'
import {KEEP_ALIVE} from '../../../studio/local/keep-alive.ts'
import {startLake} from '../../../studio/local/lake/start-lake.ts'
import {demoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {startStripe} from '../../../studio/local/stripe/start-stripe.ts'
import type {FarSide, Trouble} from './start-far-side.ts'

// A process of its own: in the tests' own, jsdom's Request and Event stand where the function needs Node's.
const seed = demoSeed({now: new Date()})
const stripe = await startStripe(seed.stripe)
const lake = await startLake(seed)
const {projectId, dataset, url} = lake
const {documents, people, walk} = seed
const handler = createHandler({
  environment: functionEnvironment({documents, people, projectId, dataset}),
  stripeApi: stripe.sdk,
  lakeHost: url,
  log: () => undefined,
})
const port = await listen(createServer(KEEP_ALIVE, toNodeListener(handler)), 0)

process.on('message', ({latencyMs, failNext}: Trouble) => {
  if (latencyMs !== undefined) stripe.faults.latencyMs = latencyMs
  if (failNext !== undefined) stripe.faults.next({status: 500, times: failNext})
  if (failNext === 0) stripe.faults.clear()
  process.send?.('done')
})
process.send?.({
  lake: {projectId, dataset, url},
  endpoint: `http://localhost:${port}`,
  tokens: Object.fromEntries(people.map(({id, token}) => [id, token])),
  documents,
  walk,
} satisfies FarSide)
