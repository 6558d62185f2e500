import Stripe from 'stripe'
import {z} from 'zod'
import {webhookAnswer} from '../../../plugin/core/contract/delivery.ts'
import {faultBody} from '../../../plugin/core/contract/fault-schema.ts'
import {createIds} from '../../../studio/local/stripe/objects/ids.ts'
import {setup as setupFunction, type Setup as FunctionSetup} from '../setup.ts'

export const SECRET = 'whsec_ofTheConnectEndpoint'
export const OTHER_SECRET = 'whsec_ofThePlatformEndpoint'
const ADDRESS = 'https://function.example.com/v1/stripe/webhook'
/** The SDK's own signing; it is asked for nothing else. */
const {webhooks} = new Stripe('rk_live_signsOnly')

type EventWords = {
  id?: string
  type?: string
  /** Null: it happened on the platform's own. */
  account?: string | null
  livemode?: boolean
  object?: unknown
}

let told = 0

/** An event as Stripe writes it, about Nordlys Dance's account unless it says otherwise. */
export function anEvent({id, type, account = 'acct_A', livemode = true, object = {}}: EventWords) {
  told += 1
  return {
    id: id ?? createIds(`event ${told}`)('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: 1_772_000_000,
    livemode,
    pending_webhooks: 1,
    type: type ?? 'checkout.session.completed',
    ...(account !== null && {account}),
    data: {object},
  }
}

type DeliveryOptions = {
  secret?: string
  /** Milliseconds from now at which it is signed. */
  signedAfter?: number
  headers?: Record<string, string>
  /** Another instance of the function. */
  to?: FunctionSetup['handler']
  /** What is sent instead of what was signed. */
  spoil?: (body: string) => string
}

/** A function that hears of sales, and the way to tell it of one. */
export async function setup({environment = {}, ...words}: Parameters<typeof setupFunction>[0] = {}) {
  const at = await setupFunction({
    ...words,
    environment: {STRIPE_WEBHOOK_SECRETS: SECRET, WEBHOOK_WRITES: 'on', ...environment},
  })
  const sign = (body: string, {secret = SECRET, signedAfter = 0}: DeliveryOptions): string => {
    const timestamp = Math.floor((at.now.at + signedAfter) / 1_000)
    return webhooks.generateTestHeaderString({payload: body, secret, timestamp})
  }
  const deliver = async (event: unknown, options: DeliveryOptions = {}): Promise<Response> => {
    const {headers = {}, spoil = (text) => text, to = at.handler} = options
    const body = written(event)
    return to(
      new Request(ADDRESS, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': sign(body, options),
          ...headers,
        },
        body: spoil(body),
      }),
    )
  }
  return {
    ...at,
    deliver,
    signatureOf: (event: unknown, options: DeliveryOptions) => sign(written(event), options),
    /** What a delivery came to; it must be taken. */
    tell: async (event: unknown, options: DeliveryOptions = {}) => {
      const response = await deliver(event, options)
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      return webhookAnswer.parse(await response.json())
    },
    /** The fault that a delivery is answered with; it must not be taken. */
    refusal: async (event: unknown, options: DeliveryOptions = {}) => {
      const response = await deliver(event, options)
      const {error} = z.object({error: faultBody}).parse(await response.json())
      return {status: response.status, ...error}
    },
  }
}

function written(event: unknown): string {
  return JSON.stringify(event, null, 2)
}

/** The passes that are held now. */
export function active({ofType}: Pick<FunctionSetup, 'ofType'>) {
  return ofType('subscription').filter(({isActive}) => isActive === true)
}
