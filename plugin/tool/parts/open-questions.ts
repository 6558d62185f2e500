import type {Entry} from '../../core/contract/entry.ts'
import type {Choice} from '../../core/contract/repair.ts'
import type {Reason} from '../../core/contract/verdict.ts'

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
