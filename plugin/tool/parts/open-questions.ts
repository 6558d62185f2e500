import type {Entry} from '../../core/contract/entry.ts'
import type {Choice} from '../../core/contract/repair.ts'
import type {Reason} from '../../core/contract/verdict.ts'
import {earnedTerms} from '../../core/reconcile/terms.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'

/** One thing that only a person can settle: the candidates that the evidence names, and whether anybody else may do. */
export type Question = {candidates: readonly string[]; isFree: boolean}

export type OpenQuestions = {
  student: Question | null
  pass: Question | null
  start: readonly NonNullable<Choice['start']>[]
}

const NO_STUDENT: ReadonlySet<Reason> = new Set(['no_student', 'ambiguous_student'])
const NO_PASS: ReadonlySet<Reason> = new Set(['no_pass', 'ambiguous_pass'])

/** What has to be chosen before an entry can be repaired; nothing where its repair is not `choose`. */
export function openQuestions({repair, reasons}: Pick<Entry, 'repair' | 'reasons'>): OpenQuestions {
  const choices = repair?.kind === 'choose' ? repair.choices : []
  const isOpen = repair?.kind === 'choose'
  const ask = (candidates: readonly (string | undefined)[], isFree: boolean): Question | null => {
    const named = candidates.filter((id) => id !== undefined)
    return isOpen && (named.length > 0 || isFree) ? {candidates: [...new Set(named)], isFree} : null
  }
  return {
    student: ask(
      choices.map(({student}) => student),
      reasons.some((reason) => NO_STUDENT.has(reason)),
    ),
    pass: ask(
      choices.map(({pass}) => pass),
      reasons.some((reason) => NO_PASS.has(reason)),
    ),
    start: choices.flatMap(({start}) => start ?? []),
  }
}

/** Whether a choice answers everything that is open. */
export function answersAll({student, pass, start}: OpenQuestions, choice: Choice): boolean {
  return (
    (student === null || choice.student !== undefined) &&
    (pass === null || choice.pass !== undefined) &&
    (start.length === 0 || choice.start !== undefined)
  )
}

/** Whether there is anything that a person could settle: where two schools claim the money there is not. */
export function asksAnything({student, pass, start}: OpenQuestions): boolean {
  return student !== null || pass !== null || start.length > 0
}

/**
 * The same, once something was chosen: with whom and what settled it may turn out that the earned time is over, and
 * then it has to be said from when on it counts.
 */
export function openWith(
  open: OpenQuestions,
  {entry, choice, index, now}: {entry: Entry; choice: Choice; index: FactsIndex; now: number},
): OpenQuestions {
  const pass = index.passes.get(choice.pass ?? entry.pass ?? '')
  const payment = index.payments.get(entry.payment ?? '')
  const isSettling = open.student !== null || open.pass !== null
  if (!isSettling || open.start.length > 0 || pass === undefined || payment === undefined) return open
  const terms = earnedTerms(payment, pass)
  return terms !== null && terms.ends <= now ? {...open, start: ['paid', 'today']} : open
}
