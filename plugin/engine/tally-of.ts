import type {Instant} from '../core/contract/instant.ts'
import type {Money} from '../core/contract/money.ts'
import type {SchoolShown} from './shown.ts'

/** What there is to do at a school, in numbers. */
export type Tally = {
  review: number
  /** Of these. */
  certain: number
  /** Of these, where the school waits for the student. */
  waiting: number
  /** What was paid for those to be reviewed. */
  amounts: readonly Money[]
  /** When the payments were read. */
  asOf: Instant
}

/** Counts a school's entries. */
export function tallyOf({desk, asOf}: Pick<Extract<SchoolShown, {state: 'ready'}>, 'desk' | 'asOf'>): Tally {
  const review = desk.rows.filter(({tab}) => tab.includes('review'))
  return {
    review: review.length,
    certain: review.filter(({entry}) => entry.confidence === 'certain').length,
    waiting: review.filter(({remark}) => remark?.waiting === true).length,
    amounts: review.flatMap(({isPaid, amount}) => (isPaid && amount !== null ? [amount] : [])),
    asOf,
  }
}
