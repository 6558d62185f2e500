import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import type {KeptRecord} from '../../core/contract/repair.ts'
import type {Named} from '../../live/name-book.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import {LineTable} from '../parts/LineTable.tsx'
import type {Names} from '../parts/names.ts'
import {noteWords} from '../parts/note-words.ts'
import {recordLines} from '../parts/written-lines.ts'
import {didWords, whoseWords} from './record-names.ts'

type RecordRowProps = {
  record: KeptRecord
  names: Names
  named: ReadonlyMap<string, Named>
  wording: FullWording
  onUndo: () => void
  /** Null where only one batch is shown anyway. */
  onBatch: ((batch: string) => void) | null
}

/** One repair: what, for whom, who did it and why, and what stood there before. */
export function RecordRow({record, names, named, wording, onUndo, onBatch}: RecordRowProps) {
  const {text} = wording
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const {batch, undoable, undoneBy, kind} = record
  return (
    <Card as="li" border radius={3} padding={3} data-entry={record.id}>
      <Stack gap={3}>
        <Flex gap={3} align={['stretch', 'flex-start']} direction={['column', 'row']}>
          <Said record={record} named={named} wording={wording} />
          {undoable ? (
            <Box flex="none">
              <Button
                mode="ghost"
                fontSize={1}
                padding={3}
                text={text('undo.button')}
                aria-label={`${text('undo.button')}: ${text(`verb.${kind}`)} · ${whoseWords(record, named, text)}`}
                onClick={onUndo}
              />
            </Box>
          ) : undoneBy === null ? null : (
            <Box flex="none">
              <Badge tone="caution" fontSize={1} padding={2}>
                {text('activity.undone')}
              </Badge>
            </Box>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
            text={text('activity.details')}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          />
          {batch === null || onBatch === null ? null : (
            <Button
              mode="bleed"
              fontSize={1}
              padding={2}
              text={`${text('activity.batch')}: ${text('activity.batch.show')}`}
              onClick={() => onBatch(batch)}
            />
          )}
        </Flex>
        <Box id={id} hidden={!isOpen}>
          {isOpen ? <BeforeAndAfter record={record} names={names} wording={wording} /> : null}
        </Box>
      </Stack>
    </Card>
  )
}

type SaidProps = Pick<RecordRowProps, 'record' | 'named' | 'wording'>

function Said({record, named, wording}: SaidProps) {
  const {text, times} = wording
  const {actor, at, reason, verdict, message} = record
  const why = [
    reason === null ? null : text('activity.why', {reason}),
    verdict === null ? null : text('activity.found', {verdict: text(`verdict.${verdict}`)}),
    message === null ? null : noteWords(message, wording),
  ].filter((words) => words !== null)
  return (
    <Stack gap={3} flex={1} style={{minWidth: 0, overflowWrap: 'anywhere'}}>
      <Text size={1}>
        <strong>{didWords(record, text)}</strong>
        {` · ${whoseWords(record, named, text)}`}
      </Text>
      <Text size={1} muted>
        {text(actor.via === 'studio' ? 'activity.by' : 'activity.by_robot', {
          who: actor.name,
          when: times.dateTime(at),
        })}
      </Text>
      {why.length === 0 ? null : (
        <Text size={1} muted>
          {why.join(' · ')}
        </Text>
      )}
    </Stack>
  )
}

function BeforeAndAfter({record, names, wording}: Pick<RecordRowProps, 'record' | 'names' | 'wording'>) {
  const {text} = wording
  const passes = recordLines(record, names, wording)
  if (passes.length === 0) return <Text size={1}>{text('activity.nothing_written')}</Text>
  return (
    <Stack gap={4}>
      {passes.map(({id, made, lines}) => (
        <Stack gap={3} key={id}>
          <Text size={1} weight="medium">
            {text(made ? 'activity.made' : 'activity.changed')}
          </Text>
          <LineTable lines={[...lines, {label: text('repair.document_id'), value: id, before: null}]} />
        </Stack>
      ))}
    </Stack>
  )
}
