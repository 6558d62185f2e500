import {createAuthenticate} from './access/authenticate.ts'
import {createActorLimit} from './access/limit-actors.ts'
import {authorize, schoolsOf} from './access/authorize.ts'
import type {Config} from './config.ts'
import type {FarSides, FarSidesOptions} from './far-sides.ts'
import type {RequestCase} from './handlers/request-case.ts'
import {createSentMonths} from './handlers/sent-months.ts'
import type {Actor, LedgerPort} from './ports.ts'
import type {LogNotes} from './request-log.ts'

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
 * Makes the one way to the data. The far sides and remembered sessions are shared by all requests of an instance;
 * everything that belongs to a person lives as long as their request.
 */
export function createDoor({now, ...options}: FarSidesOptions & {now: () => number}): Door {
  const {config} = options
  const {access} = config
  const authenticate = createAuthenticate({now})
  const spend = createActorLimit({now})
  const sentMonths = createSentMonths(now)
  let opened: Promise<FarSides> | null = null
  // Both SDKs take most of a cold start: who brings no token is refused without them.
  const farSides = (): Promise<FarSides> =>
    (opened ??= import('./far-sides.ts').then(({createFarSides}) => createFarSides(options)))

  return async (authorization, notes) => {
    const onLakeCall = (): void => void (notes.lakeCalls += 1)
    const onStripeCall = (): void => void (notes.stripeCalls += 1)
    const whoIs = async (token: string): Promise<unknown> =>
      (await farSides()).whoIs(token, {onCall: onLakeCall})
    const actor = await authenticate(authorization, whoIs)
    notes.actor = actor.id
    spend(actor.id)
    const {includes: mayActFor} = schoolsOf(actor, access)
    let stopped = false
    const far = await farSides()
    const payments = far.payments({onCall: onStripeCall, isStopped: () => stopped})
    const ledger = far.ledger({onCall: onLakeCall})
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
