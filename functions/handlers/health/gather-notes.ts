import type {Delivery} from '../../../plugin/core/contract/delivery.ts'
import type {Ledger} from '../../../plugin/core/contract/facts.ts'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {DAY} from '../../../plugin/core/contract/instant.ts'
import type {InstallationState, SyncState} from '../../../plugin/core/contract/sync-state.ts'
import {accountsOf} from '../../access/accounts-of.ts'
import {pinnedAccounts} from '../../../plugin/core/documents/pinned-accounts.ts'
import type {FirstPage} from '../../health-ports.ts'
import type {SchoolBook} from '../../ports.ts'
import type {HealthCase} from './health-case.ts'
import {tell, type Told} from './told.ts'

/** Stripe keeps events for as long. */
export const LOOKED_BACK = 30 * DAY
/** So long may pass until another webhook counts as gone. */
const RECENTLY = 7 * DAY

/** What the lake alone knows of how an installation fares, each part with why it is not known where it is not. */
export type Notes = {
  ledger: Told<Ledger>
  /** What webhooks noted of the school's events. */
  deliveries: Told<FirstPage<Delivery>>
  /** When another webhook was last at work. */
  elsewhere: Told<number | null>
  counters: Told<InstallationState['counters']>
  sync: Told<SyncState>
}

/**
 * Asks the lake; the school's present account is told before all of it is there, for whoever has to ask Stripe too.
 *
 * @throws Fault `not_found` where there is no such school
 */
export function gatherNotes(
  of: HealthCase,
  book: SchoolBook,
): {account: Promise<Told<string>>; notes: Promise<Notes>} {
  const {lake, school, now} = of
  const ledger = readLedger(of, book)
  const account = ledger.then((told) => presentAccount(told, of))
  const since = now() - LOOKED_BACK
  const asking = Promise.all([
    ledger,
    account.then(({value}) =>
      tell(() => lake.deliveries({school, accounts: value === undefined ? [] : [value], since})),
    ),
    tell(() => lake.lastElsewhere(now() - RECENTLY)),
    tell(async () => (await of.ledger.installation()).state.counters),
    tell(async () => (await of.ledger.syncState(school)).state),
  ])
  const notes = asking.then(([told, deliveries, elsewhere, counters, sync]) => ({
    ledger: told,
    deliveries,
    elsewhere,
    counters,
    sync,
  }))
  return {account, notes}
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
