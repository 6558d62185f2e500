import type {EntitlementPatch} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import type {Reason} from '../contract/verdict.ts'
import type {Case} from './case.ts'

/** One thing that is wrong with a held entitlement, and what would mend it. */
export type Finding = {
  verdict: 'wrong_pass' | 'wrong_terms' | 'hidden'
  reasons: Reason[]
  /** The evidence leaves no doubt, so that it may be mended together with many others. */
  certain: boolean
  /** Null where nothing can be written: the catalogue does not say what would be right, or the school has to act. */
  mend: Pick<EntitlementPatch, 'set' | 'unset'> | null
}

/** Looks at an entitlement that stands for a payment; reads nothing but the facts of the case. */
export type FindFaults = (one: Case, entitlement: Entitlement) => Finding[]
