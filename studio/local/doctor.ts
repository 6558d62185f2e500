import {doctor} from '../../functions/cli/doctor.ts'
import {functionEnvironment} from './demo/function-environment.ts'
import {startDemo} from './demo/start-demo.ts'
import {demoSeed} from './seed/demo-seed.ts'

/** `npm run doctor`: what `stripe-passes doctor` finds at the demo schools. Takes the command's own options. */
const seed = demoSeed({now: new Date()})
// Nobody looks at a Studio here: any folder does.
const demo = await startDemo({seed, studio: import.meta.dirname})
try {
  const {documents, people} = seed
  const {projectId, dataset} = demo.lake
  process.exitCode = await doctor(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    now: Date.now(),
    environment: functionEnvironment({documents, people, projectId, dataset}),
    stripeApi: demo.stripe.sdk,
    lakeHost: `http://127.0.0.1:${demo.port}`,
    probeLoopback: true,
  })
} finally {
  await demo.close()
}
