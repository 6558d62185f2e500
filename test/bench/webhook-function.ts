import {createServer} from 'node:http'
import process from 'node:process'
import {createHandler, toNodeListener} from '../../functions/index.ts'

/** The function as a process of its own, so that it can be killed: its settings are what it is started with. */
const {STRIPE_PORT, LAKE_HOST = '', PORT} = process.env
const server = createServer(
  toNodeListener(
    createHandler({
      environment: process.env,
      stripeApi: {protocol: 'http', host: '127.0.0.1', port: Number(STRIPE_PORT)},
      lakeHost: LAKE_HOST,
      log: () => undefined,
    }),
  ),
)
server.listen(Number(PORT), '127.0.0.1', () => process.stdout.write('listening\n'))
