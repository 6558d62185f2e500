import type {AccessRequest} from './access-routes.ts'
import type {LakeDocument} from './lake-document.ts'
import type {FaultPlan} from './faults.ts'
import type {Ledger} from './ledger.ts'
import type {ListenerHosts} from './listener-hosts.ts'
import type {Listeners} from './listeners.ts'
import type {LakePerson, People} from './people.ts'
import type {Store} from './store.ts'

/** Documents and people that a lake starts with, and goes back to on `reset`. */
export type LakeSeed = {documents: readonly LakeDocument[]; people: readonly LakePerson[]}

export type LakeOptions = {
  projectId?: string
  dataset?: string
  /** `public`: whoever has no token reads documents without a dot in their id. `private` unless told. */
  visibility?: 'private' | 'public'
  /** The lake's clock, also GROQ's `now()`. */
  now?: () => Date
  /** Sanity allows 25; above it, 429 with `retry-after`. No limit unless told. */
  mutationsPerSecond?: number
}

/** What every route works on. */
export type LakeState = {
  projectId: string
  dataset: string
  visibility: 'private' | 'public'
  now: () => Date
  mutationsPerSecond: number | undefined
  store: Store
  people: People
  listeners: Listeners
  ledger: Ledger
  faults: FaultPlan
  hosts: ListenerHosts
  /** What the Studio remembers for a person, by person and key. */
  settings: Map<string, unknown>
  accessRequests: AccessRequest[]
  /** Times of the last second's mutations. */
  recentMutations: number[]
}
