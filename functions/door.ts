import type {MessageSetup} from '../plugin/core/contract/message.ts'
import {OWN_SETUP} from '../plugin/core/message/templates.ts'
import {createAuthenticate} from './access/authenticate.ts'
import {createActorLimit} from './access/limit-actors.ts'
import {authorize, schoolsOf} from './access/authorize.ts'
import {demandSecret} from './access/demand-secret.ts'
import {type RobotName, robotActor} from './access/robot-actor.ts'
import {createPostAlert} from './alerts/post-alert.ts'
import type {Config} from './config.ts'
import type {FarSides, FarSidesOptions} from './far-sides.ts'
import type {HealthCase} from './handlers/health/health-case.ts'
import type {RequestCase} from './handlers/request-case.ts'
import {createSentMonths} from './handlers/sent-months.ts'
import {importFarSides} from './import-far-sides.ts'
import {openWays, type Ways} from './open-ways.ts'
import type {Messenger} from './messages/messenger.ts'
import {createPostLetter} from './messages/post-letter.ts'
import type {Actor, DeliveryPort, LedgerPort, Payments, Verified} from './ports.ts'
import type {LogNotes} from './request-log.ts'

/** Somebody who was let in. Nothing about a school can be reached but through `about`, which asks whether they may. */
export type Entrance = {
  actor: Actor
  config: Pick<Config, 'live' | 'application'>
  ledger: Pick<LedgerPort, 'schools' | 'upkeeps'>
  messenger: Pick<Messenger, 'setup'>
  mayActFor: (school: string) => boolean
  /** Throws `forbidden` before anything of the school is read. */
  about: (school: string) => RequestCase
  /** The same for what is examined of the installation. */
  examine: (school: string) => HealthCase
  /** Nobody waits for the answer any more: no further call goes out. */
  stop: () => void
}

/** The function itself at work, for whichever school. Whoever lets it in has proved by a signature or a secret. */
export type RobotEntrance = {
  config: Pick<Config, 'live' | 'application' | 'webhookWrites' | 'autoRevoke'>
  payments: Payments
  ledger: LedgerPort
  deliveries: DeliveryPort
  now: () => number
  about: (school: string) => RequestCase
  /** Nobody waits for the answer any more: no further call goes out. */
  stop: () => void
}

/** Lets somebody in; what they go on to do is counted in the notes. */
export type Door = {
  /** By the request's `Authorization` header. */
  person: (authorization: string | null, notes: LogNotes) => Promise<Entrance>
  robot: (via: RobotName, notes: LogNotes) => Promise<RobotEntrance>
  /** Whether Stripe has sent a body, by its `stripe-signature` header. */
  verify: (body: Uint8Array, signature: string | null) => Promise<Verified>
  /** Throws unless the `Authorization` header names the secret in this setting: then a machine asks that may. */
  demandSecret: (
    setting: 'SYNC_SECRET' | 'STUDENT_SYNC_SECRET',
    authorization: string | null,
  ) => Promise<void>
}

export type DoorOptions = FarSidesOptions & {
  /** What messages to students are made from; the plugin's own words unless given. */
  messageSetup?: MessageSetup
  now: () => number
  /** Whether an endpoint on this machine is as good as one on the internet: in a demo it is. */
  probeLoopback?: boolean
}

/**
 * Makes the one way to the data. The far sides and remembered sessions are shared by all requests of an instance;
 * everything that belongs to a person lives as long as their request.
 */
export function createDoor(given: DoorOptions): Door {
  const {messageSetup = OWN_SETUP, probeLoopback = false, now, ...options} = given
  const {config, patience} = options
  const {access} = config
  const authenticate = createAuthenticate({now})
  const limit = createActorLimit({now})
  const post = config.messageUrl === null ? null : createPostLetter(config.messageUrl, patience)
  const postAlert = config.alertUrl === null ? null : createPostAlert(config.alertUrl, patience)
  const sentMonths = createSentMonths(now)
  const shared = {config, patience, now, sentMonths, setup: messageSetup, post, postAlert, probeLoopback}
  let opened: Promise<FarSides> | null = null
  // Who brings no token is refused without them.
  const farSides = (): Promise<FarSides> =>
    (opened ??= importFarSides().then(({createFarSides}) => createFarSides(options)))
  const open = async (notes: LogNotes): Promise<Ways> => openWays(await farSides(), shared, notes)

  return {
    async person(authorization, notes) {
      const actor = await authenticate(authorization, async (token) =>
        (await farSides()).whoIs(token, {onCall: () => void (notes.lakeCalls += 1)}),
      )
      notes.actor = actor.id
      limit.spend(actor.id)
      const {includes: mayActFor} = schoolsOf(actor, access)
      const {ledger, messenger, stop, about, examine} = await open(notes)
      return {
        actor,
        config,
        ledger,
        messenger,
        mayActFor,
        stop,
        about(school) {
          notes.school = school
          authorize(actor, school, access)
          return about(actor, school)
        },
        examine(school) {
          notes.school = school
          authorize(actor, school, access)
          return examine(actor, school)
        },
      }
    },
    demandSecret(setting, authorization) {
      const secret = setting === 'SYNC_SECRET' ? config.syncSecret : config.studentSyncSecret
      return demandSecret(authorization, {setting, secret})
    },
    async robot(via, notes) {
      const actor = robotActor(via, config.robotToken)
      const {about, ...ways} = await open(notes)
      return {config, now, ...ways, about: (school) => about(actor, school)}
    },
    async verify(body, signature) {
      return (await farSides()).verifyEvent(body, signature, now())
    },
  }
}
