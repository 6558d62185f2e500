import {expect} from 'vitest'
import type {CheckId} from '../../../plugin/core/contract/finding.ts'
import {healthAnswer, type HealthAnswer} from '../../../plugin/core/contract/health.ts'
import {NEEDED_EVENTS} from '../../../plugin/core/contract/webhook-events.ts'
import {webhookEndpoint} from '../../../studio/local/stripe/objects/webhook-endpoint.ts'
import type {StripeSeed} from '../../../studio/local/stripe/start-stripe.ts'
import {vic} from '../people.ts'
import {SCHOOL, setup, type CallOptions, type Setup} from '../setup.ts'

export const HEALTH = `${SCHOOL}/health`
export const HOST = 'passes.example.com'
export const HOOK = `https://${HOST}/v1/stripe/webhook`

type EndpointSeed = NonNullable<StripeSeed['webhookEndpoints']>[number]

/** The endpoint that a healthy platform has: on, for the connected accounts, and of everything that is needed. */
export function endpoint({
  seed = {},
  ...words
}: Partial<Parameters<typeof webhookEndpoint>[0]> & {seed?: Partial<EndpointSeed>} = {}): EndpointSeed {
  const healthy = {id: 'we_connect', url: HOOK, enabledEvents: [...NEEDED_EVENTS], created: 1_760_000_000}
  const made = webhookEndpoint({...healthy, ...words})
  return {endpoint: made, secret: 'whsec_ofTheConnectEndpoint', connect: true, ...seed}
}

type Given = Omit<NonNullable<Parameters<typeof setup>[0]>, 'webhookEndpoints'> & {endpoints?: EndpointSeed[]}

/** A school whose installation is examined: healthy but for what a test says. */
export async function examined({endpoints = [endpoint()], environment = {}, ...given}: Given = {}) {
  const at = await setup({
    ...given,
    webhookEndpoints: endpoints,
    environment: {WEBHOOK_HOSTS: HOST, STRIPE_WEBHOOK_SECRETS: 'whsec_ofTheConnectEndpoint', ...environment},
  })
  return {...at, ...examining(at)}
}

/** Ways to examine a function that was set up for something else too. */
export function examining({send}: Pick<Setup, 'send'>) {
  // Somebody who may look only: for an administrator a request would go out to the endpoint.
  const health = async (options: CallOptions = {as: vic}): Promise<HealthAnswer> => {
    const response = await send(HEALTH, options)
    expect(response.status).toBe(200)
    return healthAnswer.parse(await response.json())
  }
  return {
    health,
    /** One check of a fresh examination. */
    check: async (id: CheckId, options?: CallOptions) => theCheck(await health(options), id),
  }
}

/** The one check with this id. */
export function theCheck({checks}: HealthAnswer, id: CheckId) {
  const [check, ...others] = checks.filter((each) => each.id === id)
  if (check === undefined || others.length > 0)
    throw new Error(`${others.length} checks more than one are ${id}`)
  return check
}
