import type {DocumentChange} from '../plugin/core/contract/change.ts'
import type {Delivery} from '../plugin/core/contract/delivery.ts'
import type {Ledger, Unreadable} from '../plugin/core/contract/facts.ts'
import type {MessageNote} from '../plugin/core/contract/message.ts'
import type {Payment} from '../plugin/core/contract/payment.ts'
import type {Remark} from '../plugin/core/contract/remark.ts'
import type {School} from '../plugin/core/contract/school.ts'
import type {DeliveryNote} from '../plugin/core/documents/delivery-document.ts'
import type {MessageBook} from '../plugin/core/documents/message-book.ts'
import type {InstallationState, SyncState, Turn, Unsettled} from '../plugin/core/contract/sync-state.ts'
import type {Upkeep} from '../plugin/core/contract/upkeep.ts'

/**
 * Who acts: a person who clicks, or the function itself. The token is a person's own, kept for the length of one
 * request and used for their writes only, or the robot's.
 */
export type Actor = {
  id: string
  name: string
  roles: readonly string[]
  token: string
  /** Through what it reached the school. */
  via: 'studio' | 'webhook' | 'sync'
}

/** A connected account, or null for the platform's own: a required argument everywhere, so that nobody forgets it. */
export type Account = string | null

/** Epoch milliseconds; `from` belongs to it, `to` does not. */
export type Period = {from: number; to: number}

/** What one session became: a payment, or the field that kept it from being one. */
export type Reading = Payment | Unreadable

/** What handlers need from Stripe, in our words. Every method throws a `Fault` when it can't be told. */
export type Payments = {
  /** All sessions created in the period; `onPage` hears how many each page brought. */
  created: (account: Account, period: Period, onPage?: (sessions: number) => void) => Promise<Reading[]>
  /**
   * The sessions with these ids as they are found, and whatever else was paid with their emails where that came along.
   * With a period, which is only where to look, whole pages are read instead of each by itself, where that takes fewer
   * calls. An id that the account does not know is left out.
   */
  many: (account: Account, ids: readonly string[], period: Period | null) => AsyncIterable<Reading[]>
  /** By session, payment intent or charge id; null when Stripe denies that it exists on this account. */
  byId: (account: Account, id: string) => Promise<Reading | null>
  /** Everything that was paid with this email. */
  byEmail: (account: Account, email: string) => Promise<Reading[]>
  /**
   * A page of the sessions created from a moment on, newest first, up to Stripe's own present, whatever our clock says.
   *
   * @param after the `next` of the page before; null for the first
   */
  page: (account: Account, since: number, after: string | null) => Promise<Awaiting & {next: string | null}>
  /** These sessions once more, by their ids. What the account does not know is left out. */
  again: (account: Account, ids: readonly string[]) => Promise<Awaiting>
  /** A page of the refunds, or of the disputes, created from a moment on, newest first. */
  moneyBack: (
    account: Account,
    kind: 'refunds' | 'disputes',
    page: {from: number; after: string | null},
  ) => Promise<{items: MoneyBack[]; next: string | null}>
}

/** Sessions, and those of them whose money may still come: open, or completed with a payment that is under way. */
export type Awaiting = {readings: Reading[]; awaited: Unsettled[]}

/** A refund or a dispute: whose money goes back, or might. */
export type MoneyBack = {
  id: string
  /** The payment intent that it is about; null where Stripe names none. */
  paymentIntent: string | null
  /** When that was charged, epoch milliseconds. */
  paidAt: number | null
  createdAt: number
  /** `failed`: the school has the money again, although it had gone back. */
  state: 'open' | 'settled' | 'failed'
}

/** What somebody names: ids and texts that are looked up in the lake, and whatever they lead to. */
export type Named = {
  /** User documents' ids and Clerk ids. */
  people: readonly string[]
  /** In lower case. */
  emails: readonly string[]
  passes: readonly string[]
  entitlements: readonly string[]
  /** Ids of sessions, payment intents and charges. */
  references: readonly string[]
}

/**
 * What has been read of one school so far. Reading more adds to it; nothing is read twice.
 */
export type SchoolBook = {
  /** The school, its catalogue, what was repaired before, open drafts, and what the named ids lead to directly. */
  readBasics: (named?: Partial<Named>) => Promise<void>
  /** Everything that the school's students hold there, and these students. */
  readWhole: () => Promise<void>
  /** The named people, passes and entitlements, who holds those, and who is the same person: until nobody is new. */
  add: (named: Partial<Named>) => Promise<void>
  ledger: () => Ledger
}

/** What handlers need from the lake, in our words. Every method throws a `Fault` when it can't be told. */
export type LedgerPort = {
  schools: () => Promise<School[]>
  open: (school: string) => SchoolBook
  /** Documents as they stand, whole. */
  documents: (ids: readonly string[]) => Promise<unknown[]>
  /** The same with their drafts and versions: what a record keeps as "before", and what is patched alike. */
  standing: (ids: readonly string[]) => Promise<unknown[]>
  /** What carries one of these session, payment intent or charge ids, at whichever school. */
  heldFor: (references: readonly string[]) => Promise<unknown[]>
  /**
   * Whether passes are known to carry their payments where they are looked for: always in the platform's schema, and in a
   * school's own as soon as one does.
   */
  findsClaims: () => Promise<boolean>
  /** A page of whole records, newest first. */
  records: (page: {school: string; batch: string; before: {at: string; id: string}}) => Promise<unknown[]>
  /** The records that took these back. */
  undoing: (school: string, records: readonly string[]) => Promise<unknown[]>
  /**
   * One transaction, the record first, with the actor's own token.
   *
   * @returns the written documents
   * @throws WriteConflict when somebody else wrote first
   */
  write: (repair: Writing) => Promise<unknown[]>
  /** What colleagues said of an entry, the oldest first. */
  remarks: (school: string, about: string) => Promise<Kept<readonly Remark[]>>
  /** Saves it with the actor's own token. Throws WriteConflict when it was changed since it was read. */
  saveRemarks: (remarks: {
    actor: Actor
    school: string
    about: string
    kept: Kept<readonly Remark[]>
  }) => Promise<void>
  /** When the school was last told of a payment, and when it was and will be looked at. */
  upkeep: (school: Pick<School, 'id' | 'accounts'>) => Promise<Upkeep>
  /** The same of many, in one reading. */
  upkeeps: (
    schools: readonly Pick<School, 'id' | 'accounts'>[],
  ) => Promise<{school: string; upkeep: Upkeep}[]>
  /** What is remembered of a school between two runs of the sync. */
  syncState: (school: string) => Promise<Kept<SyncState>>
  /** Saves it as it now stands, with the robot's token. Throws WriteConflict when it was changed since it was read. */
  saveSyncState: (kept: Kept<SyncState>) => Promise<void>
  /** The same of what belongs to no school. */
  installation: () => Promise<Kept<InstallationState>>
  saveInstallation: (kept: Kept<InstallationState>) => Promise<void>
  /** Until when something is not to be done again, by whichever instance. */
  turn: (key: string) => Promise<Kept<Turn>>
  saveTurn: (kept: Kept<Turn>) => Promise<void>
}

/** Something remembered, and the revision that it was read with; null where nothing was remembered yet. */
export type Kept<State> = {state: State; revision: string | null}

/** What Stripe says happened. Only a hint where to look: what is believed is fetched from Stripe again. */
export type EventHint = {
  /** `evt_…` */
  id: string
  type: string
  live: boolean
  /** Whose account it happened on; null for the platform's own. */
  account: Account
  /** The session, payment intent or charge to look up; null where it is about none. */
  payment: string | null
  /** Whether it says by itself that a pass was paid. */
  isSale: boolean
  /** The school, and the pass, that a session names. */
  names: {school: string | null; pass: string | null}
}

/** One of the configured secrets fits; `secret` tells which, without telling it. */
export type Verified = {hint: EventHint; secret: string}

/**
 * Checks a delivery's signature and time against every secret.
 *
 * @param signature the `stripe-signature` header
 * @param now milliseconds
 * @throws Fault `invalid_request`, its `reason` one of `signature`, `too_old`, `too_early`, `not_an_event`;
 *   `misconfigured` where no secret is set
 */
export type VerifyEvent = (body: Uint8Array, signature: string | null, now: number) => Promise<Verified>

/** What the webhook asks of the lake. Every method throws a `Fault` when it can't be told. */
export type DeliveryPort = {
  /** What was noted of an event before, which schools an account is, and notes that may go. */
  look: (event: Pick<EventHint, 'id' | 'account'>, now: number) => Promise<DeliveryLook>
  /** The school that a session of the platform's own account names: by itself, else by its pass. Null: none of ours. */
  named: (names: EventHint['names']) => Promise<string | null>
  /** Notes that an event is being worked on, unless it was noted before. */
  begin: (note: DeliveryNote) => Promise<void>
  /** Notes what became of it, and lets old notes go along. */
  end: (note: DeliveryNote, outdated: readonly string[]) => Promise<void>
}

export type DeliveryLook = {known: Delivery | null; schools: string[]; outdated: string[]}

export type Writing = {
  actor: Actor
  record: Readonly<Record<string, unknown>> & {_id: string; _type: string}
  changes: readonly DocumentChange[]
  /** Document id to the revision that was judged. */
  revisions: ReadonlyMap<string, string>
}

/** What telling students asks of the lake. Every method throws a `Fault` when it can't be told. */
export type MessagePort = {
  /** For what the platform was asked to write to students at the school today. */
  book: (school: string, now: number) => Promise<Kept<MessageBook>>
  /** Throws WriteConflict where somebody wrote first to what it holds only for. */
  note: (noting: Noting) => Promise<void>
}

/** What became of a message, on the record of its repair. */
export type Noting = {
  record: string
  note: MessageNote
  /** A person, to whose reading of the record it holds; without one the robot notes it. */
  by?: {token: string; revision: string}
  /** The school's book, written along. */
  book?: Kept<MessageBook>
}

/** Two writers met: the id is taken, or a document changed since it was read. Whoever wrote reads and judges again. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict'
}
