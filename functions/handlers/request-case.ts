import type {Alerter} from '../alerts/alerter.ts'
import type {Config} from '../config.ts'
import type {Messenger} from '../messages/messenger.ts'
import type {Actor, LedgerPort, Payments} from '../ports.ts'
import type {SentMonths} from './sent-months.ts'

/** One request that was let in: who asks, about which school, and what it may be answered from. */
export type RequestCase = {
  actor: Actor
  /** The school's id; the actor may act for it. */
  school: string
  config: Pick<Config, 'live' | 'application' | 'schema'>
  payments: Payments
  ledger: LedgerPort
  messenger: Messenger
  /** Null: nobody is told. */
  alerter: Alerter | null
  now: () => number
  sentMonths: SentMonths
}

/** What reading a school needs: nothing of who asks, and nothing that writes. */
export type SchoolReading = Omit<RequestCase, 'actor' | 'ledger' | 'messenger' | 'alerter'> & {
  ledger: Pick<LedgerPort, 'open' | 'upkeep'>
}
