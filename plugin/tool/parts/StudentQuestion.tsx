import {Text} from '@sanity/ui'
import {useNames} from '../../hooks/use-names.ts'
import {useText} from '../../i18n/use-text.ts'
import {StudentSearch} from '../students/StudentSearch.tsx'
import {ChoiceQuestion} from './ChoiceQuestion.tsx'
import {choiceWords} from './choice-words.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Question} from './open-questions.ts'

type StudentQuestionProps = {
  question: Question
  index: FactsIndex
  chosen: string | undefined
  onChoose: (student: string) => void
}

/** Who a payment is for: one of the candidates or, where the evidence names nobody for sure, anybody. */
export function StudentQuestion({
  question: {candidates, isFree},
  index,
  chosen,
  onChoose,
}: StudentQuestionProps) {
  const text = useText()
  const isOther = chosen !== undefined && !candidates.includes(chosen)
  const named = useNames(isOther ? [chosen] : [])
  const other = isOther ? named.get(chosen) : undefined
  return (
    <ChoiceQuestion
      name="passes-student"
      question={text('repair.choose_student')}
      options={candidates.map((student) => ({value: student, words: choiceWords({student}, index, text)}))}
      chosen={chosen}
      onChoose={onChoose}
    >
      {isFree ? <StudentSearch school={index.school} onChoose={onChoose} /> : null}
      {isOther ? (
        <Text size={1} weight="medium" as="output">
          {text('repair.chosen', {
            what: [other?.name ?? chosen, other?.email].filter((word) => word != null).join(' · '),
          })}
        </Text>
      ) : null}
    </ChoiceQuestion>
  )
}
