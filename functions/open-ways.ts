import {pinnedAccounts} from '../plugin/core/documents/pinned-accounts.ts'
import type {Alerter} from './alerts/alerter.ts'
import type {Config} from './config.ts'
import type {FarSides} from './far-sides.ts'
import type {HealthCase} from './handlers/health/health-case.ts'
import type {RequestCase} from './handlers/request-case.ts'
import type {SentMonths} from './handlers/sent-months.ts'
import type {Messenger} from './messages/messenger.ts'
import type {Patience} from './patience.ts'
import type {Actor, DeliveryPort, LedgerPort, Payments} from './ports.ts'
import type {LogNotes} from './request-log.ts'
import {toHealthCase} from './to-health-case.ts'

/** What all requests of an instance share. */
export type Shared = Pick<Messenger, 'setup' | 'post'> & {
  config: Config
  patience: Patience
  now: () => number
  sentMonths: SentMonths
  probeLoopback: boolean
  /** Null where no address for alerts is set. */
  postAlert: Alerter['post'] | null
}

/** One request's ways to both far sides. Whether somebody may go them is asked before. */
export type Ways = {
  payments: Payments
  ledger: LedgerPort
  messenger: Messenger
  deliveries: DeliveryPort
  stop: () => void
  about: (actor: Actor, school: string) => RequestCase
  examine: (actor: Actor, school: string) => HealthCase
}

/** The one role that Sanity itself gives who may change a project. */
const ADMINISTRATOR = 'administrator'

/** Opens ways whose calls are counted in the notes of one request. */
export function openWays(far: FarSides, shared: Shared, notes: LogNotes): Ways {
  const {config, now, sentMonths, setup, post, postAlert} = shared
  let stopped = false
  const onLakeCall = (): void => void (notes.lakeCalls += 1)
  const payments = far.payments({
    onCall: () => void (notes.stripeCalls += 1),
    isStopped: () => stopped,
  })
  const ledger = far.ledger({onCall: onLakeCall})
  const messenger: Messenger = {
    setup,
    post,
    lake: far.messages({onCall: onLakeCall}),
    onFailed: () => void (notes.messagesFailed = (notes.messagesFailed ?? 0) + 1),
  }
  return {
    payments,
    ledger,
    messenger,
    deliveries: far.deliveries({onCall: onLakeCall}),
    stop: () => void (stopped = true),
    about(actor, school) {
      notes.actor = actor.id
      notes.school = school
      const alerter = postAlert && alerterFor(school, postAlert)
      return {actor, school, config, payments, ledger, messenger, alerter, now, sentMonths}
    },
    examine(actor, school) {
      notes.school = school
      return toHealthCase(far, {...shared, school, notes, mayProbe: actor.roles.includes(ADMINISTRATOR)})
    },
  }

  function alerterFor(school: string, postTo: Alerter['post']): Alerter {
    const accounts = pinnedAccounts(config.accounts, school) ?? []
    return {
      post: postTo,
      studio: config.origins[0] ?? null,
      async deliveries(since) {
        const {items} = await far.inspectLake({onCall: onLakeCall}).deliveries({school, accounts, since})
        return items
      },
      onFailed: () => void (notes.alertsFailed = (notes.alertsFailed ?? 0) + 1),
    }
  }
}
