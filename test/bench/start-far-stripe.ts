import {fork} from 'node:child_process'
import {once} from 'node:events'
import {z} from 'zod'
import type {BusySchool} from './busy-school.ts'

/** What the SDK's constructor takes to talk to it. */
export const sdkOf = z.object({host: z.string(), port: z.number(), protocol: z.literal('http')})
const requests = z.array(
  z.object({path: z.string(), query: z.string(), account: z.string().nullable(), status: z.number()}),
)

export type FarStripe = {
  sdk: z.infer<typeof sdkOf>
  /** Every call since this was asked last. */
  calls: () => Promise<z.infer<typeof requests>>
  close: () => void
}

/**
 * Starts a Stripe in a process of its own, with Stripe's limits, its distance and busy schools.
 *
 * @example const far = await startFarStripe({key: 'sk_live_x', latencyMs: 100, schools: [{account: 'acct_A', …}]})
 */
export async function startFarStripe(order: {
  key: string
  latencyMs: number
  schools: readonly BusySchool[]
}): Promise<FarStripe> {
  const child = fork(new URL('far-stripe.ts', import.meta.url), [JSON.stringify(order)])
  const gone = once(child, 'exit').then(() => [])
  const answer = async (): Promise<unknown> => {
    const [message] = await Promise.race([once(child, 'message'), gone])
    return message
  }
  const sdk = sdkOf.parse(await answer())
  return {
    sdk,
    async calls() {
      const told = answer()
      child.send('calls')
      return requests.parse(await told)
    },
    close: () => child.disconnect(),
  }
}
