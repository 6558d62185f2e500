import {Box, Button, Flex, Text} from '@sanity/ui'
import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Instant} from '../../core/contract/instant.ts'
import {isWorthTelling} from '../../core/message/compose-message.ts'
import {useMessages} from '../../hooks/use-messages.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {noteWords} from '../parts/note-words.ts'
import {recordToTell, tellableOf} from '../parts/tellable-of.ts'
import type {Telling} from '../parts/use-telling.ts'

type TellStudentProps = {
  entitlement: Entitlement
  index: FactsIndex
  wording: FullWording
  telling: Telling
  now: Instant
}

/** Whether the student was told of a pass, and the way to tell them; nothing where the pass is of no use any more. */
export function TellStudent({entitlement, index, wording, telling, now}: TellStudentProps) {
  const {setup} = useMessages(index.school.id)
  const {text} = wording
  if (!isWorthTelling(entitlement, now)) return null
  const note = recordToTell(entitlement, index)?.message ?? null
  const whose = entitlement.passName?.trim() ?? text('entry.no_name')
  const start = () => {
    const tellable = tellableOf(entitlement, {index, setup, now})
    if (tellable !== null) telling.start({...tellable, whose})
  }
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <Box>
        <Button
          aria-label={`${text('message.tell')} ${whose}`}
          fontSize={1}
          mode="bleed"
          onClick={start}
          padding={2}
          text={text('message.tell')}
        />
      </Box>
      {note === null ? null : (
        <Text muted size={1}>
          {noteWords(note, wording)}
        </Text>
      )}
    </Flex>
  )
}
