import {Select} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'
import {ChoiceQuestion} from './ChoiceQuestion.tsx'
import type {FullWording} from './use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Question} from './open-questions.ts'
import {passLabel} from './pass-label.ts'

type PassQuestionProps = {
  question: Question
  index: FactsIndex
  wording: FullWording
  chosen: string | undefined
  onChoose: (pass: string | undefined) => void
}

/** What was bought: one of the candidates or, where nothing names a pass for sure, any that the school sells. */
export function PassQuestion({question, index, wording, chosen, onChoose}: PassQuestionProps) {
  const {candidates, isFree} = question
  const text = useText()
  const others = [...index.passes.values()]
    .filter(({id, school}) => school === index.school.id && !candidates.includes(id))
    .toSorted((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id))
  const hint = text(candidates.length === 0 ? 'students.gift.choose' : 'repair.other_pass')
  const isOther = chosen !== undefined && !candidates.includes(chosen)
  return (
    <ChoiceQuestion
      name="passes-pass"
      question={text('repair.choose_pass')}
      options={candidates.map((id) => {
        const pass = index.passes.get(id)
        return {value: id, words: pass === undefined ? id : passLabel(pass, wording)}
      })}
      chosen={chosen}
      onChoose={onChoose}
    >
      {isFree ? (
        <Select
          fontSize={1}
          padding={3}
          aria-label={hint}
          value={isOther ? chosen : ''}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}
        >
          <option value="">{hint}</option>
          {others.map((pass) => (
            <option key={pass.id} value={pass.id}>
              {passLabel(pass, wording)}
            </option>
          ))}
        </Select>
      ) : null}
    </ChoiceQuestion>
  )
}
