import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import type {AccountState, Endpoint, FirstPage, StripeEvent} from '../../health-ports.ts'
import type {Reading, SchoolBook} from '../../ports.ts'
import {strayNames} from './stray-names.ts'
import {gatherNotes, LOOKED_BACK, type Notes} from './gather-notes.ts'
import type {HealthCase} from './health-case.ts'
import {tell, type Told} from './told.ts'

/** A clock that runs a little behind Stripe's must not hide what has just been sold. */
const AHEAD = 5 * MINUTE

/** Everything that checks are made from, each part with why it is not known where it is not. */
export type Evidence = Notes & {
  book: SchoolBook
  /** The school's present account. */
  account: Told<string>
  state: Told<AccountState>
  sessions: Told<FirstPage<Reading>>
  events: Told<FirstPage<StripeEvent>>
  endpoints: Told<FirstPage<Endpoint>>
  destinations: Told<FirstPage<Endpoint>>
  canWrite: Told<boolean>
  /** Of the school's own names for its documents, those that none of them has. */
  unnamed: Told<string[] | null>
  /** Schools that settings name and that are not there, each behind its setting. */
  strays: Told<string[]>
  isPublic: Told<boolean>
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
  const {account, notes} = gatherNotes(of, book)
  const ofAccount = async <T>(ask: (id: string) => Promise<T>): Promise<Told<T>> => {
    const {value, fault} = await account
    return value === undefined ? {fault} : tell(() => ask(value))
  }
  const [
    noted,
    known,
    state,
    sessions,
    events,
    endpoints,
    destinations,
    canWrite,
    unnamed,
    strays,
    isPublic,
  ] = await Promise.all([
    notes,
    account,
    ofAccount((id) => stripe.account(id)),
    ofAccount((id) => stripe.sessions(id, period)),
    ofAccount((id) => stripe.events(id, period)),
    tell(() => stripe.endpoints()),
    tell(() => stripe.destinations()),
    tell(() => lake.canWrite()),
    tell(() => lake.unnamed()),
    tell(() => strayNames(of)),
    tell(() => lake.isPublic()),
  ])
  return {
    ...noted,
    book,
    account: known,
    state,
    sessions,
    events,
    endpoints,
    destinations,
    canWrite,
    unnamed,
    strays,
    isPublic,
  }
}
