import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {Choice, RepairKind} from '../../core/contract/repair.ts'
import {useText} from '../../i18n/use-text.ts'
import {ChoiceQuestion} from './ChoiceQuestion.tsx'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {answersAll, openQuestions, openWith, type OpenQuestions} from './open-questions.ts'
import {PassQuestion} from './PassQuestion.tsx'
import {ReasonField} from './ReasonField.tsx'
import {needsReason} from './repair-flow.ts'
import {StudentQuestion} from './StudentQuestion.tsx'
import {useNow} from './use-now.ts'
import {useFullWording} from './use-full-wording.ts'
import {useWording} from './use-wording.ts'

type ChoiceFormProps = {
  entry: Entry
  kind: RepairKind
  index: FactsIndex
  /** What was already picked, and only lacks its reason. */
  picked: Choice | null
  onChoose: (choice: Choice | undefined, reason?: string) => void
  onCancel: () => void
}

const NOTHING_OPEN: OpenQuestions = {student: null, pass: null, start: []}

/** What only a person can settle: who, what and from when, and why where that has to be said. */
export function ChoiceForm({entry, kind, index, picked, onChoose, onCancel}: ChoiceFormProps) {
  const text = useText()
  const now = useNow()
  const [choice, setChoice] = useState<Choice>(picked ?? {})
  const open = kind === 'choose' ? openWith(openQuestions(entry), {entry, choice, index, now}) : NOTHING_OPEN
  const [reason, setReason] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // After the dialog has put the focus on its close button.
    const frame = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  const asksReason = needsReason({kind, choice}, entry)
  const isReady = answersAll(open, choice) && (!asksReason || reason.trim() !== '')
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onChoose(kind === 'choose' ? choice : undefined, asksReason ? reason.trim() : undefined)
      }}
    >
      <Stack gap={4}>
        <Questions open={open} index={index} choice={choice} onChoice={setChoice} />
        {asksReason ? <ReasonField reason={reason} onReason={setReason} /> : null}
        <Text size={1} muted>
          {text(kind === 'dismiss' ? 'repair.dismiss_hint' : 'repair.choose_hint')}
        </Text>
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" fontSize={1} text={text('repair.cancel')} onClick={onCancel} />
          <Button
            type="submit"
            fontSize={1}
            text={text(kind === 'dismiss' ? 'verb.dismiss' : 'repair.next')}
            disabled={!isReady}
          />
        </Flex>
      </Stack>
    </form>
  )
}

type QuestionsProps = {
  open: OpenQuestions
  index: FactsIndex
  choice: Choice
  onChoice: (choice: Choice) => void
}

function Questions({open, index, choice, onChoice}: QuestionsProps) {
  const text = useText()
  const wording = useFullWording(useWording(index.school))
  const choosePass = (pass: string | undefined) => {
    // From when on it counts was asked of the pass that was chosen before.
    const {pass: _, start: __, ...others} = choice
    onChoice(pass === undefined ? others : {...others, pass})
  }
  return (
    <>
      {open.student === null ? null : (
        <StudentQuestion
          question={open.student}
          index={index}
          chosen={choice.student}
          onChoose={(student) => onChoice({...choice, student})}
        />
      )}
      {open.pass === null ? null : (
        <PassQuestion
          question={open.pass}
          index={index}
          wording={wording}
          chosen={choice.pass}
          onChoose={choosePass}
        />
      )}
      {open.start.length === 0 ? null : (
        <ChoiceQuestion
          name="passes-start"
          question={text('repair.choose_start')}
          options={open.start.map((start) => ({value: start, words: text(`verb.choice.start_${start}`)}))}
          chosen={choice.start}
          onChoose={(start) => onChoice({...choice, start})}
        />
      )}
    </>
  )
}
