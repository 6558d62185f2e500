import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useEffect} from 'react'
import {BusyButton} from '../parts/BusyButton.tsx'
import type {School} from '../../core/contract/school.ts'
import {useActivity} from '../../hooks/use-activity.ts'
import {useNames} from '../../hooks/use-names.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {UndoMany} from '../bulk/UndoMany.tsx'
import {UndoDialog} from '../parts/UndoDialog.tsx'
import {useUndoFlow} from '../parts/use-undo-flow.ts'
import {useFullWording} from '../parts/use-full-wording.ts'
import {useWording} from '../parts/use-wording.ts'
import {Waiting} from '../parts/Waiting.tsx'
import {idsIn, whoseWords} from './record-names.ts'
import {RecordRow} from './RecordRow.tsx'

type RecordListProps = {
  school: School
  /** Only what was repaired by this one click on many rows. */
  batch: string | null
  /** Null where the list is that of one batch, and nothing else can be shown. */
  onBatch: ((batch: string | null) => void) | null
}

/** The records as a list, with the one dialog that takes one back. */
export function RecordList({school, batch, onBatch}: RecordListProps) {
  const text = useText()
  const wording = useFullWording(useWording(school))
  const activity = useActivity(school.id, batch)
  const undoing = useUndoFlow(school.id)
  const records = activity.state === 'ready' ? activity.records : []
  const named = useNames(records.flatMap(idsIn))
  const {more} = activity
  const isUnfinished =
    batch !== null &&
    activity.state === 'ready' &&
    activity.hasMore &&
    !activity.isReading &&
    activity.stale === null
  // A batch is shown whole: it can be taken back whole.
  useEffect(() => {
    if (isUnfinished) more()
  }, [isUnfinished, more])
  if (activity.state === 'loading') return <Waiting what={text('activity.loading')} />
  if (activity.state === 'failed') return <FaultCard fault={activity.fault} onRetry={activity.refresh} />
  const names = {school, students: named, passes: named}
  return (
    <Stack gap={4}>
      {onBatch === null ? null : <ListHead isBatch={batch !== null} onAll={() => onBatch(null)} />}
      {batch === null ? null : (
        <UndoMany
          school={school.id}
          records={records}
          whose={(record) => whoseWords(record, named, text)}
          names={names}
          wording={wording}
        />
      )}
      {activity.stale === null ? null : <FaultCard fault={activity.stale} onRetry={activity.refresh} />}
      {records.length === 0 ? <NothingYet /> : null}
      <Stack
        as="ol"
        gap={2}
        style={{listStyle: 'none', margin: 0, padding: 0}}
        aria-label={text('tool.activity')}
      >
        {records.map((record) => (
          <RecordRow
            key={record.id}
            record={record}
            names={names}
            named={named}
            wording={wording}
            onUndo={() =>
              undoing.start({
                id: record.id,
                kind: record.kind,
                whose: whoseWords(record, named, text),
                record,
              })
            }
            onBatch={batch === null ? onBatch : null}
          />
        ))}
      </Stack>
      {activity.hasMore ? (
        <Box>
          <BusyButton
            mode="ghost"
            fontSize={1}
            padding={3}
            text={text('activity.more')}
            isBusy={activity.isReading}
            onClick={activity.more}
          />
        </Box>
      ) : null}
      <UndoDialog undoing={undoing} names={names} wording={wording} />
    </Stack>
  )
}

function NothingYet() {
  const text = useText()
  return (
    <Card border radius={2} padding={5}>
      <Stack gap={4}>
        <Text size={1} weight="medium" align="center">
          {text('activity.empty.title')}
        </Text>
        <Text size={1} muted align="center">
          {text('activity.empty.body')}
        </Text>
      </Stack>
    </Card>
  )
}

function ListHead({isBatch, onAll}: {isBatch: boolean; onAll: () => void}) {
  const text = useText()
  return (
    <Flex gap={3} align="center" justify="space-between" wrap="wrap">
      <Heading as="h2" size={1}>
        {text(isBatch ? 'activity.batch.title' : 'activity.title')}
      </Heading>
      {isBatch ? (
        <Button mode="ghost" fontSize={1} padding={3} text={text('activity.batch.all')} onClick={onAll} />
      ) : null}
    </Flex>
  )
}
