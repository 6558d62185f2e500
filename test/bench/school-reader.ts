import process from 'node:process'
import {z} from 'zod'
import {createJobs} from '../../functions/jobs/create-jobs.ts'
import {createAsk} from '../../functions/stripe/ask.ts'
import {createStripe} from '../../functions/stripe/client.ts'
import {createPace} from '../../functions/stripe/pace.ts'
import {createPayments} from '../../functions/stripe/payments.ts'
import {sdkOf} from './start-far-stripe.ts'

/** A process that reads one page after the other, of whichever school waits longest, until it is ended or killed. */
const order = z.object({databaseUrl: z.string(), queue: z.string(), key: z.string(), sdk: sdkOf})
/** A page of a school's sessions; `read` counts those before it. */
const page = z.object({account: z.string(), page: z.int(), after: z.string().nullable(), read: z.int()})

const {databaseUrl, queue, key, sdk} = order.parse(JSON.parse(process.argv[2] ?? ''))
const onTrouble = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)
const jobs = await createJobs({databaseUrl, queue, onTrouble})
const payments = createPayments({
  stripe: createStripe(key, sdk, {timeout: 20_000}),
  ask: createAsk({pace: createPace({live: true}), firstPause: 250, onCall: () => undefined}),
  isStopped: () => false,
})

process.once('message', () =>
  jobs.work({
    atOnce: 1,
    async step(job) {
      const now = page.parse(job)
      const {readings, next} = await payments.page(now.account, 0, now.after)
      const read = now.read + readings.length
      return next === null ? null : {...now, page: now.page + 1, after: next, read}
    },
    onGivenUp: (_, error) => Promise.resolve(onTrouble(error)),
    onTrouble,
  }),
)
process.on('disconnect', () => process.exit())
process.send?.('ready')
