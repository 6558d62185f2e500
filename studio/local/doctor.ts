import {doctor} from '../../functions/cli/doctor.ts'
import {functionEnvironment} from './demo/function-environment.ts'
import {startLake} from './lake/start-lake.ts'
import {demoSeed} from './seed/demo-seed.ts'
import {startStripe} from './stripe/start-stripe.ts'

/** `npm run doctor`: what `stripe-passes doctor` finds at the demo schools. Takes the command's own options. */
const seed = demoSeed({now: new Date()})
const [stripe, lake] = await Promise.all([startStripe(seed.stripe), startLake(seed)])
try {
  const {projectId, dataset} = lake
  const {documents, people} = seed
  process.exitCode = await doctor(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    now: Date.now(),
    environment: functionEnvironment({documents, people, projectId, dataset}),
    stripeApi: stripe.sdk,
    lakeHost: lake.url,
    probeLoopback: true,
  })
} finally {
  await Promise.all([stripe.close(), lake.close()])
}
