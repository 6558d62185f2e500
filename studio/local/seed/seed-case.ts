import type {Verdict} from '../../../plugin/core/contract/verdict.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import type {Sale} from './sale.ts'

/** One thing that happened at the school, and what is to be said of it. */
export interface SeedCase {
  verdict: Verdict
  sales: Sale[]
  /** What the school's own records hold about it. */
  documents: LakeDocument[]
  /** Why the platform's webhook did nothing; absent where it did its work or was never called. */
  webhookError?: string
}
