import {Button, Checkbox, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useEffect, useRef, useState, type KeyboardEvent} from 'react'
import {LONGEST_REMARK} from '../../core/contract/remark.ts'
import {ReturnFocus} from '../parts/ReturnFocus.tsx'
import type {FullWording} from '../parts/use-full-wording.ts'

type RemarkFormProps = {
  text: FullWording['text']
  /** The school waits for the student already. */
  isWaiting: boolean
  isSaving: boolean
  onSave: (words: string | null, waiting: boolean) => void
  onCancel: () => void
}

/** A short remark, and whether the school waits for the student. */
export function RemarkForm({text, isWaiting, isSaving, onSave, onCancel}: RemarkFormProps) {
  const [said, setSaid] = useState('')
  const [waits, setWaits] = useState(isWaiting)
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever opens it means to write.
  useEffect(() => field.current?.focus(), [])
  const words = said.trim() === '' ? null : said.trim()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  return (
    <Stack
      as="form"
      gap={3}
      style={{maxWidth: '40rem'}}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(words, waits)
      }}
    >
      <ReturnFocus />
      <Stack as="label" gap={3}>
        <Text size={1} weight="medium">
          {text('remark.label')}
        </Text>
        <TextArea
          ref={field}
          rows={2}
          fontSize={1}
          maxLength={LONGEST_REMARK}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        <Text size={1} muted>
          {text('remark.hint')}
        </Text>
      </Stack>
      <Flex as="label" gap={3} align="center">
        <Checkbox checked={waits} onChange={(event) => setWaits(event.currentTarget.checked)} />
        <Text size={1}>{text('remark.wait')}</Text>
      </Flex>
      <Flex gap={2}>
        <Button
          type="submit"
          fontSize={1}
          padding={3}
          text={text('remark.save')}
          disabled={isSaving || (words === null && waits === isWaiting)}
        />
        <Button mode="bleed" fontSize={1} padding={3} text={text('remark.cancel')} onClick={onCancel} />
      </Flex>
    </Stack>
  )
}
