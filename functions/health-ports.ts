import type {Delivery} from '../plugin/core/contract/delivery.ts'
import type {Period, Reading} from './ports.ts'

/** What one call brought, newest first. */
export type FirstPage<T> = {
  items: T[]
  /** False where there is more than was read. */
  complete: boolean
}

/** A connected account, as Stripe sees it today. */
export type AccountState = {
  chargesEnabled: boolean
  /** Stripe's own word for why, where it gives one: `requirements.past_due`. */
  disabledReason: string | null
}

/** Where Stripe tells of events. */
export type Endpoint = {
  id: string
  url: URL
  /** Types, or `*` for all. */
  events: readonly string[]
  enabled: boolean
  live: boolean
  /** Unix seconds. */
  created: number
  /** Whether it hears the connected accounts; null where the list that it stands in does not say. */
  connect: boolean | null
}

/** Something that happened, and whether everybody who listens has taken it. */
export type StripeEvent = {
  id: string
  type: string
  at: number
  live: boolean
  /** Endpoints that have not taken it yet. */
  pending: number
  session: string | null
  paymentIntent: string | null
}

/** What Health asks of Stripe, one call each unless a school sells much, so that five side by side tell everything. Throws a `Fault`. */
export type StripeInspection = {
  account: (account: string) => Promise<AccountState>
  /** Sessions created in the period, without disputes and products attached: the newest 500 at most. */
  sessions: (account: string, period: Period) => Promise<FirstPage<Reading>>
  /** Events of the types that passes follow. */
  events: (account: string, period: Period) => Promise<FirstPage<StripeEvent>>
  /** The platform's endpoints as API v1 lists them: all that were not made in Stripe's Workbench. */
  endpoints: () => Promise<FirstPage<Endpoint>>
  /** The same as API v2 lists them, which alone says whose events they hear. */
  destinations: () => Promise<FirstPage<Endpoint>>
}

/** What Health asks of the lake. Throws a `Fault`. */
export type LakeInspection = {
  /** Whether the robot's token may write what the function writes: by a dry run. */
  canWrite: () => Promise<boolean>
  /**
   * The types and fields, by the school's own names, that no document has; null where it has no names of its own.
   */
  unnamed: () => Promise<string[] | null>
  /** Whether somebody without a token sees a document. */
  isPublic: () => Promise<boolean>
  /** What webhooks noted of a school's events since then, newest first. */
  deliveries: (of: {
    school: string
    accounts: readonly string[]
    since: number
  }) => Promise<FirstPage<Delivery>>
  /** Ids of the passes that a person's own page shows at the school, found as that page finds them. */
  shownTo: (of: {person: string; school: string; now: number}) => Promise<string[]>
  /** When another webhook than this function's was last at work, of any school; null: not since then. */
  lastElsewhere: (since: number) => Promise<number | null>
}

/**
 * Sends one request to an endpoint and follows nothing.
 *
 * @returns the answer's status; null where nobody answered
 */
export type Probe = (url: URL) => Promise<number | null>
