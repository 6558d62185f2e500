import {Button, Card, Flex, Radio, Stack, Text, TextArea} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {Choice, RepairKind} from '../../core/contract/repair.ts'
import {useText} from '../../i18n/use-text.ts'
import {choiceWords} from './choice-words.ts'
import type {FactsIndex} from './facts-index.ts'
import {needsReason} from './repair-flow.ts'

type ChoiceFormProps = {
  entry: Entry
  kind: RepairKind
  index: FactsIndex
  /** What was already picked, and only lacks its reason. */
  picked: Choice | null
  onChoose: (choice: Choice | undefined, reason?: string) => void
  onCancel: () => void
}

/** What only a person can settle: which of the candidates, and why where that has to be said. */
export function ChoiceForm({entry, kind, index, picked, onChoose, onCancel}: ChoiceFormProps) {
  const text = useText()
  const choices = kind === 'choose' ? (entry.repair?.choices ?? []) : []
  const [chosen, setChosen] = useState(() => {
    const place = choices.findIndex((choice) => JSON.stringify(choice) === JSON.stringify(picked))
    return place === -1 && choices.length === 1 ? 0 : place
  })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // After the dialog has put the focus on its close button.
    const frame = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('input, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  const [reason, setReason] = useState('')
  const choice = choices[chosen] ?? {}
  const asksReason = needsReason({kind, choice}, entry)
  const isReady = (choices.length === 0 || chosen >= 0) && (!asksReason || reason.trim() !== '')
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onChoose(choices.length > 0 ? choice : undefined, asksReason ? reason.trim() : undefined)
      }}
    >
      <Stack gap={4}>
        {choices.length > 0 ? (
          <Stack as="fieldset" gap={3} style={{border: 0, margin: 0, padding: 0}}>
            <Text as="legend" size={1} weight="medium">
              {text('repair.choose')}
            </Text>
            {choices.map((candidate, place) => (
              <Card key={JSON.stringify(candidate)} as="label" border radius={2} padding={3}>
                <Flex gap={3} align="center">
                  <Radio name="passes-choice" checked={place === chosen} onChange={() => setChosen(place)} />
                  <Text size={1}>{choiceWords(candidate, index, text)}</Text>
                </Flex>
              </Card>
            ))}
          </Stack>
        ) : null}
        {asksReason ? (
          <Stack as="label" gap={3}>
            <Text size={1} weight="medium">
              {text('repair.reason')}
            </Text>
            <TextArea
              rows={2}
              fontSize={1}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Text size={1} muted>
              {text('repair.reason_hint')}
            </Text>
          </Stack>
        ) : null}
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
