import {createAuthenticate} from './access/authenticate.ts'
import {createActorLimit} from './access/limit-actors.ts'
import {authorize, schoolsOf} from './access/authorize.ts'
import type {Config} from './config.ts'
import type {RequestCase} from './handlers/request-case.ts'
import {createSentMonths} from './handlers/sent-months.ts'
import {createLakeClient} from './lake/client.ts'
import {createLedgerPort} from './lake/ledger-port.ts'
import {translateError} from './lake/translate-error.ts'
import {createWritePace} from './lake/write-pace.ts'
import type {Patience} from './patience.ts'
import type {Actor, LedgerPort} from './ports.ts'
import type {LogNotes} from './request-log.ts'
import {createAsk} from './stripe/ask.ts'
import {createStripe, type StripeApi} from './stripe/client.ts'
import {createPace} from './stripe/pace.ts'
import {createPayments} from './stripe/payments.ts'

// Stripe allows 25 calls a second to one endpoint, and 25 or (live) 100 to an account: stay below the lowest.
const STRIPE_PACE = {perSecond: 20, burst: 20}

/** Somebody who was let in. Nothing about a school can be reached but through `about`, which asks whether they may. */
export type Entrance = {
  actor: Actor
  config: Pick<Config, 'live' | 'application'>
  ledger: Pick<LedgerPort, 'schools'>
  mayActFor: (school: string) => boolean
  /** Throws `forbidden` before anything of the school is read. */
  about: (school: string) => RequestCase
  /** Nobody waits for the answer any more: no further call goes out. */
  stop: () => void
}

/** Lets a request in by its `Authorization` header; what it goes on to do is counted in the notes. */
export type Door = (authorization: string | null, notes: LogNotes) => Promise<Entrance>

/**
 * Makes the one way to the data. Clients, pace and remembered sessions are shared by all requests of an instance;
 * everything that belongs to a person lives as long as their request.
 */
export function createDoor({
  config,
  stripeApi,
  lakeHost,
  patience,
  now,
}: {
  config: Config
  stripeApi: StripeApi | null
  lakeHost: string | null
  patience: Patience
  now: () => number
}): Door {
  const stripe = createStripe(config.stripeKey, stripeApi, patience)
  const turn = createPace(STRIPE_PACE)
  const authenticate = createAuthenticate({now})
  const spend = createActorLimit({now})
  const sentMonths = createSentMonths(now)
  const pace = createWritePace()
  const {projectId, dataset, access} = config
  const clientOf = (token: string) =>
    createLakeClient({projectId, dataset, token, apiHost: lakeHost, patience})
  const robot = clientOf(config.robotToken)

  return async (authorization, notes) => {
    const onLakeCall = (): void => void (notes.lakeCalls += 1)
    const whoIs = async (token: string): Promise<unknown> => {
      onLakeCall()
      try {
        return await clientOf(token).request<unknown>({url: '/users/me', tag: 'who'})
      } catch (error) {
        throw translateError(error)
      }
    }
    const actor = await authenticate(authorization, whoIs)
    notes.actor = actor.id
    spend(actor.id)
    const {includes: mayActFor} = schoolsOf(actor, access)
    let stopped = false
    const ask = createAsk({
      turn,
      firstPause: patience.firstPause,
      onCall: () => void (notes.stripeCalls += 1),
    })
    const payments = createPayments({stripe, ask, isStopped: () => stopped})
    const ledger = createLedgerPort({
      robot,
      clientOf,
      schoolAccounts: config.accounts,
      pace,
      onCall: onLakeCall,
    })
    return {
      actor,
      config,
      ledger,
      mayActFor,
      stop: () => void (stopped = true),
      about(school) {
        notes.school = school
        authorize(actor, school, access)
        return {actor, school, config, payments, ledger, now, sentMonths}
      },
    }
  }
}
