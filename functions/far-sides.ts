import type {Config} from './config.ts'
import type {LakeInspection, StripeInspection} from './health-ports.ts'
import {createLakeClient} from './lake/client.ts'
import {createDeliveryPort} from './lake/delivery-port.ts'
import {createLakeInspection} from './lake/inspection.ts'
import {createLedgerPort} from './lake/ledger-port.ts'
import {createMessagePort} from './lake/message-port.ts'
import {createSchemaProof} from './lake/schema-proof.ts'
import {translateError} from './lake/translate-error.ts'
import {createWritePace} from './lake/write-pace.ts'
import type {Patience} from './patience.ts'
import type {DeliveryPort, LedgerPort, MessagePort, Payments, VerifyEvent} from './ports.ts'
import {createAsk} from './stripe/ask.ts'
import {createStripe, type StripeApi} from './stripe/client.ts'
import {createStripeInspection} from './stripe/inspection.ts'
import {createPace} from './stripe/pace.ts'
import {createPayments} from './stripe/payments.ts'
import {createVerifyEvent, secretName} from './stripe/verify-event.ts'

type Counted = {
  /** Hears of every call that goes out. */
  onCall: () => void
}

/** Stripe and the lake. Clients and paces are shared by all requests of an instance. */
export type FarSides = {
  /** What the project's own `users/me` says of a token. */
  whoIs: (token: string, counted: Counted) => Promise<unknown>
  /** `isStopped`: nobody waits for the answer any more, and no further call goes out. */
  payments: (counted: Counted & {isStopped: () => boolean}) => Payments
  ledger: (counted: Counted) => LedgerPort
  deliveries: (counted: Counted) => DeliveryPort
  messages: (counted: Counted) => MessagePort
  verifyEvent: VerifyEvent
  /** What Health asks that nobody else does. */
  inspectStripe: (counted: Counted) => StripeInspection
  inspectLake: (counted: Counted) => LakeInspection
  /** The webhook's secrets, by names that tell them apart and tell nothing else. */
  secretNames: readonly string[]
}

/** Where the far sides are, and how long they are waited for. */
export type FarSidesOptions = {
  config: Config
  stripeApi: StripeApi | null
  lakeHost: string | null
  patience: Patience
}

/** Makes the ways to both far sides. Nothing is asked yet. */
export function createFarSides({config, stripeApi, lakeHost, patience}: FarSidesOptions): FarSides {
  const stripe = createStripe(config.stripeKey, stripeApi, patience)
  const stripePace = createPace(config)
  const writePace = createWritePace()
  const prove = createSchemaProof(config.schema)
  const {projectId, dataset, schema, accounts: schoolAccounts} = config
  const clientOf = (token: string | undefined) =>
    createLakeClient({projectId, dataset, token, apiHost: lakeHost, patience})
  const robot = clientOf(config.robotToken)

  return {
    async whoIs(token, {onCall}) {
      onCall()
      try {
        return await clientOf(token).request<unknown>({url: '/users/me', tag: 'who'})
      } catch (error) {
        throw translateError(error)
      }
    },
    payments({onCall, isStopped}) {
      const ask = createAsk({pace: stripePace, firstPause: patience.firstPause, onCall})
      return createPayments({stripe, ask, isStopped})
    },
    ledger: ({onCall}) =>
      createLedgerPort({robot, clientOf, schoolAccounts, schema, prove, pace: writePace, onCall}),
    deliveries: ({onCall}) => createDeliveryPort({robot, schoolAccounts, schema, pace: writePace, onCall}),
    messages: ({onCall}) => createMessagePort({robot, clientOf, schema, pace: writePace, onCall}),
    verifyEvent: createVerifyEvent(stripe, config.webhookSecrets),
    inspectStripe({onCall}) {
      const ask = createAsk({pace: stripePace, firstPause: patience.firstPause, onCall})
      return createStripeInspection({stripe, ask})
    },
    inspectLake: ({onCall}) => createLakeInspection({robot, anonymous: clientOf(undefined), schema, onCall}),
    secretNames: config.webhookSecrets.map(secretName),
  }
}
