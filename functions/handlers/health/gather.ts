import type {Delivery} from '../../../plugin/core/contract/delivery.ts'
import type {Ledger} from '../../../plugin/core/contract/facts.ts'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {DAY, MINUTE} from '../../../plugin/core/contract/instant.ts'
import type {InstallationState, SyncState} from '../../../plugin/core/contract/sync-state.ts'
import {pinnedAccounts} from '../../../plugin/core/documents/pinned-accounts.ts'
import {accountsOf} from '../../access/accounts-of.ts'
import type {AccountState, Endpoint, FirstPage, StripeEvent} from '../../health-ports.ts'
import type {Reading, SchoolBook} from '../../ports.ts'
import type {HealthCase} from './health-case.ts'
import {tell, type Told} from './told.ts'

/** Stripe keeps events for as long. */
const LOOKED_BACK = 30 * DAY
/** So long may pass until another webhook counts as gone. */
const RECENTLY = 7 * DAY
/** A clock that runs a little behind Stripe's must not hide what has just been sold. */
const AHEAD = 5 * MINUTE

/** Everything that checks are made from, each part with why it is not known where it is not. */
export type Evidence = {
  ledger: Told<Ledger>
  book: SchoolBook
  /** The school's present account. */
  account: Told<string>
  state: Told<AccountState>
  sessions: Told<FirstPage<Reading>>
  events: Told<FirstPage<StripeEvent>>
  endpoints: Told<FirstPage<Endpoint>>
  destinations: Told<FirstPage<Endpoint>>
  canWrite: Told<boolean>
  isPublic: Told<boolean>
  /** What webhooks noted of the school's events. */
  deliveries: Told<FirstPage<Delivery>>
  /** When another webhook was last at work. */
  elsewhere: Told<number | null>
  counters: Told<InstallationState['counters']>
  sync: Told<SyncState>
}

/**
 * Asks everything at once: of Stripe five calls side by side, of which three wait for the school's account.
 *
 * @throws Fault `not_found` where there is no such school
 */
export async function gather(of: HealthCase): Promise<Evidence> {
  const {stripe, lake, school} = of
  const period = {from: of.now() - LOOKED_BACK, to: of.now() + AHEAD}
  const book = of.ledger.open(school)
  const ledger = readLedger(of, book)
  const account = ledger.then((told) => presentAccount(told, of))
  const ofAccount = async <T>(ask: (id: string) => Promise<T>): Promise<Told<T>> => {
    const {value, fault} = await account
    return value === undefined ? {fault} : tell(() => ask(value))
  }
  const ofStripe = Promise.all([
    ofAccount((id) => stripe.account(id)),
    ofAccount((id) => stripe.sessions(id, period)),
    ofAccount((id) => stripe.events(id, period)),
    tell(() => stripe.endpoints()),
    tell(() => stripe.destinations()),
  ])
  const ofLake = Promise.all([
    tell(() => lake.canWrite()),
    tell(() => lake.isPublic()),
    account.then(({value}) =>
      tell(() => lake.deliveries({school, accounts: value === undefined ? [] : [value], since: period.from})),
    ),
    tell(() => lake.lastElsewhere(of.now() - RECENTLY)),
    tell(async () => (await of.ledger.installation()).state.counters),
    tell(async () => (await of.ledger.syncState(school)).state),
  ])
  const [
    [state, sessions, events, endpoints, destinations],
    [canWrite, isPublic, deliveries, elsewhere, counters, sync],
  ] = await Promise.all([ofStripe, ofLake])
  return {
    ledger: await ledger,
    book,
    account: await account,
    state,
    sessions,
    events,
    endpoints,
    destinations,
    canWrite,
    isPublic,
    deliveries,
    elsewhere,
    counters,
    sync,
  }
}

async function readLedger({school}: HealthCase, book: SchoolBook): Promise<Told<Ledger>> {
  const told = await tell(async () => {
    await book.readBasics()
    return book.ledger()
  })
  // That there is no such school is no finding about it.
  if (told.fault?.code === 'not_found') throw new Fault('not_found', 'no such school', {school})
  return told
}

/** The settings may know the account even when the lake cannot be read. */
function presentAccount(
  {value: ledger, fault}: Told<Ledger>,
  {school, config}: HealthCase,
): Promise<Told<string>> {
  return tell(async () => {
    const [account] =
      ledger === undefined ? (pinnedAccounts(config.accounts, school) ?? []) : accountsOf(ledger)
    if (account === undefined)
      throw fault ?? new Fault('account_unreadable', 'no account', {reason: 'no_account'})
    return account
  })
}
