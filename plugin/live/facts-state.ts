import type {FactsPart, Facts} from '../core/contract/facts.ts'
import type {Instant} from '../core/contract/instant.ts'
import type {Fault} from '../core/contract/fault.ts'
import type {Upkeep} from '../core/contract/upkeep.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import type {JudgedSchool} from '../core/reconcile/judge-school.ts'

/** How much was read so far, and about how much there is. */
export type Progress = Pick<Extract<FactsPart, {part: 'progress'}>, 'read' | 'about'>

/** Facts as they were read, with what is to be said about the reading. */
export type ReadFacts = {
  facts: Facts
  /** When the far side read them. */
  asOf: number
  /** False while not everything was searched: then "no payment" must not be said. */
  complete: boolean
  /** Entitlements with a reference that was neither read nor asked for. */
  unchecked: number
  /** Sessions of a shared account that are another school's. */
  elsewhere: number
  /** When a webhook and the sync were last at work; null where it was not asked, as for one student. */
  upkeep: Upkeep | null
}

export type FactsState =
  | {state: 'loading'; progress: Progress | null}
  | ({
      state: 'ready'
      judged: JudgedSchool
      /** The last reading failed, and this is what was read before it. */
      stale: Fault | null
      refreshing: boolean
      progress: Progress | null
    } & ReadFacts)
  | {state: 'failed'; fault: Fault}

export type FactsAction =
  | {type: 'reading'}
  | {type: 'progress'; progress: Progress}
  | {type: 'read'; read: ReadFacts}
  | {type: 'failed'; fault: Fault}
  /** One document or payment is another: whom that concerns is judged again. */
  | {type: 'revised'; facts: Facts}
  /** A webhook was told of a payment. */
  | {type: 'told'; at: Instant}
  /** Time went by: everybody is judged again. */
  | {type: 'aged'}

export const LOADING: FactsState = {state: 'loading', progress: null}

/** Judges a school: by revising what was judged before, where that is given and can be. */
export type JudgeSchool = (facts: Facts, before: JudgedSchool | null) => JudgedSchool

/** Judges facts at once. */
export type Judge = (facts: Facts) => Reconciliation

/** What is shown after something happened. A failed reading never takes away what was shown before it. */
export function reduceFacts(state: FactsState, action: FactsAction, judge: JudgeSchool): FactsState {
  switch (action.type) {
    case 'reading':
      return state.state === 'ready' ? {...state, refreshing: true, progress: null} : LOADING
    case 'progress':
      return state.state === 'failed' ? state : {...state, progress: action.progress}
    case 'read': {
      const {read} = action
      return {
        state: 'ready',
        ...read,
        judged: judge(read.facts, null),
        stale: null,
        refreshing: false,
        progress: null,
      }
    }
    case 'failed':
      if (state.state !== 'ready') return {state: 'failed', fault: action.fault}
      return {...state, stale: action.fault, refreshing: false, progress: null}
    case 'told': {
      const {upkeep = null} = state.state === 'ready' ? state : {}
      if (state.state !== 'ready' || upkeep === null || (upkeep.lastWebhook ?? 0) >= action.at) return state
      return {...state, upkeep: {...upkeep, lastWebhook: action.at}}
    }
    case 'aged':
      if (state.state !== 'ready') return state
      return {...state, facts: {...state.facts}, judged: judge(state.facts, null)}
    case 'revised':
  }
  if (state.state !== 'ready' || state.facts === action.facts) return state
  return {...state, facts: action.facts, judged: judge(action.facts, state.judged)}
}
