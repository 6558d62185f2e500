import type {Choice} from '../../core/contract/repair.ts'
import type {Text} from '../../i18n/use-text.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'

/** A candidate in words: `Ada Berg · ada@example.com · Open week Trial Pass`. */
export function choiceWords({student, pass, start}: Choice, index: FactsIndex, text: Text): string {
  const who = student === undefined ? undefined : index.students.get(student)
  const words = [
    student === undefined ? null : (who?.name?.trim() ?? text('entry.no_name')),
    student === undefined ? null : (who?.email ?? student),
    pass === undefined ? null : (index.passes.get(pass)?.name?.trim() ?? pass),
    start === undefined ? null : text(`verb.choice.start_${start}`),
  ]
  return words.filter((word) => word !== null).join(' · ')
}
