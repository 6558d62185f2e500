import process from 'node:process'
import {z} from 'zod'
import {account} from '../../studio/local/stripe/objects/account.ts'
import {startStripe} from '../../studio/local/stripe/start-stripe.ts'
import {salesOf} from './busy-school.ts'

/** A Stripe in a process of its own, so that its memory and work are not counted as the reader's. */
const order = z.object({
  key: z.string(),
  latencyMs: z.number(),
  schools: z.array(z.object({account: z.string(), sales: z.number(), days: z.number(), until: z.number()})),
})

const {key, latencyMs, schools} = order.parse(JSON.parse(process.argv[2] ?? ''))
const platform = 'acct_platform'
const stripe = await startStripe(
  {
    accounts: [
      {account: account({id: platform, name: 'Pass platform'})},
      ...schools.map((school) => ({account: account({id: school.account}), platform})),
    ],
    keys: [{key}],
    sessions: schools.flatMap(salesOf),
  },
  {latencyMs, rateLimits: true},
)

/** Asked for the calls so far, it tells them, and begins to count anew. */
process.on('message', () => {
  const requests = stripe.ledger.requests.splice(0).map(({path, query, account: asked, status}) => ({
    path,
    query,
    account: asked,
    status,
  }))
  process.send?.(requests)
})
process.on('disconnect', () => process.exit())
process.send?.(stripe.sdk)
