import type {Facts} from '../core/contract/facts.ts'
import type {FaultBody} from '../core/contract/fault.ts'
import type {Instant} from '../core/contract/instant.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import type {Receipt} from '../core/contract/repair.ts'
import type {Upkeep} from '../core/contract/upkeep.ts'
import type {Progress} from '../live/facts-state.ts'
import type {LakeEvent} from '../live/lake.ts'
import type {DeskNews} from './desk-news.ts'
import type {FromAnswerer, ToAnswerer} from './questions.ts'
import type {StudentTold} from './student-view.ts'

/**
 * What a page can watch: a school, or one student of it. `days`: payments of the last so many are read. Of a student
 * who is only glanced at, null: what Stripe answers by id and by email, read once, and no search of the school.
 */
export type Watched =
  {school: string; days: number; student: null} | {school: string; days: number | null; student: string}

/** What a judgement depends on beside the facts; the function's to say. */
export type Setting = {live?: boolean; application: string | null}

export type ToEngine =
  | ToAnswerer
  /** First of all. `now` is the page's clock: there is only one. */
  | {say: 'begin'; endpoint: string; schema: string; now: Instant}
  /** Before the first watch. */
  | {say: 'setting'; setting: Setting}
  | {say: 'watch'; id: number; what: Watched}
  | {say: 'unwatch'; id: number}
  | {say: 'refresh'; id: number}
  | {say: 'apply'; school: string; receipt: Receipt}
  | {say: 'heard'; event: LakeEvent}
  | {say: 'wake'}
  | {say: 'judge'; call: number; facts: Facts}
  | {say: 'answer'; call: number; value: unknown}
  | {say: 'no answer'; call: number; fault: FaultBody}

export type SchoolTold =
  | {state: 'loading'; progress: Progress | null}
  | {state: 'failed'; fault: FaultBody}
  | ({state: 'ready'; stale: FaultBody | null; news: DeskNews | null} & Reading)

/** What is to be said about a reading beside what was read. */
export type Reading = {
  asOf: Instant
  complete: boolean
  /** Entitlements with a reference that was neither read nor asked for. */
  unchecked: number
  /** Sessions of a shared account that are another school's. */
  elsewhere: number
  /** Whether anybody looks without being asked, and when. */
  upkeep: Upkeep | null
  refreshing: boolean
  progress: Progress | null
}

export type ToPage =
  | FromAnswerer
  | {say: 'ready'}
  | {say: 'school'; id: number; told: SchoolTold}
  | {say: 'student'; id: number; told: StudentTold}
  | {say: 'judged'; call: number; judged: Reconciliation}
  /** Whether the lake is to be listened to. */
  | {say: 'listen'; on: boolean}
  | {say: 'token?'; call: number}
  | {say: 'document?'; call: number; id: string}
