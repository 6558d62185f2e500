import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {StudentMessage} from '../../core/contract/message.ts'
import {mailLink} from '../../core/message/mail-link.ts'
import type {Wording} from './evidence-words.ts'
import {useFullWording, type FullWording} from './use-full-wording.ts'
import {FactLines} from './FactLines.tsx'
import {FaultCard} from './FaultCard.tsx'
import {noteWords} from './note-words.ts'
import {ReturnFocus} from './ReturnFocus.tsx'
import type {Tellable, Telling} from './use-telling.ts'

type MessageDialogProps = {telling: Telling; wording: Wording}

/** What the student is to be told, to be copied or opened in mail, and what became of it. */
export function MessageDialog({telling, wording: brief}: MessageDialogProps) {
  const wording = useFullWording(brief)
  const {open, close, fault} = telling
  const {text} = wording
  if (open === null) return null
  return (
    <Dialog
      id="passes-message"
      header={text('message.title', {whose: open.whose})}
      width={1}
      onClose={close}
      onClickOutside={close}
      footer={<Ways telling={telling} open={open} wording={wording} />}
    >
      <Box padding={4}>
        <Stack gap={4}>
          <Letter message={open.message} wording={wording} />
          {fault === null ? null : <FaultCard fault={fault} />}
        </Stack>
        <ReturnFocus />
      </Box>
    </Dialog>
  )
}

function Letter({
  message: {to, subject, text: body},
  wording: {text},
}: {
  message: StudentMessage
  wording: FullWording
}) {
  return (
    <Stack gap={4}>
      <FactLines
        lines={[
          {label: text('message.to'), value: to ?? text('message.no_address')},
          {label: text('message.subject'), value: subject},
        ]}
      />
      <Card as="section" border padding={3} radius={2} aria-label={text('message.text')}>
        <Text size={1} style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
          {body}
        </Text>
      </Card>
    </Stack>
  )
}

type WaysProps = {telling: Telling; open: Tellable; wording: FullWording}

function Ways({telling, open, wording}: WaysProps) {
  const {text} = wording
  const [copy, setCopy] = useState<'copied' | 'copy_failed' | null>(null)
  const {message, record, note} = open
  const mail = mailLink(message)
  const copyText = async () => {
    try {
      await navigator.clipboard.writeText(message.text)
      setCopy('copied')
      telling.told('copy')
    } catch {
      setCopy('copy_failed')
    }
  }
  const said = [
    copy === null ? null : text(`message.${copy}`),
    note === null ? null : noteWords(note, wording),
    record === null ? text('message.no_record') : null,
  ].filter((words) => words !== null)
  return (
    <Flex gap={3} paddingX={4} paddingY={3} align="center" justify="space-between" wrap="wrap">
      <Box as="output" flex={1} style={{minWidth: '12rem'}}>
        <Text size={1} muted>
          {said.join(' · ')}
        </Text>
      </Box>
      <Flex gap={2} wrap="wrap" justify="flex-end" style={{marginLeft: 'auto'}}>
        {note === null || note.state === 'confirmed' || note.state === 'held_back' ? null : (
          <Button mode="bleed" fontSize={1} text={text('message.confirm')} onClick={telling.confirmed} />
        )}
        <Button mode="ghost" fontSize={1} text={text('message.copy')} onClick={() => void copyText()} />
        {mail === null ? null : (
          <Button
            as="a"
            href={mail}
            fontSize={1}
            text={text('message.mail')}
            onClick={() => telling.told('mail')}
          />
        )}
      </Flex>
    </Flex>
  )
}
