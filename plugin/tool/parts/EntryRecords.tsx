import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import type {Entry} from '../../core/contract/entry.ts'
import type {RepairRecord} from '../../core/contract/repair.ts'
import type {FullWording} from './use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'

type EntryRecordsProps = {
  entry: Entry
  index: FactsIndex
  wording: FullWording
  onUndo: (record: RepairRecord) => void
}

const NEWEST = 3

/** What was done about an entry before, newest first, and the way back from each. */
export function EntryRecords({entry, index, wording, onUndo}: EntryRecordsProps) {
  const {text, times} = wording
  const records = index.records.get(entry.key) ?? []
  if (records.length === 0) return null
  const taken = new Set(records.map(({undoes}) => undoes))
  return (
    <Stack gap={2}>
      {records.slice(0, NEWEST).map((record) => {
        const what = text(`verb.${record.kind}`)
        const said = record.undoes === null ? text(`did.${record.kind}`) : text('activity.undid', {what})
        const by = text('entry.repaired', {who: record.actor.name, when: times.dateTime(record.at)})
        const why = record.reason === null ? '' : ` · ${text('activity.why', {reason: record.reason})}`
        return (
          <Flex key={record.id} gap={3} align="center" wrap="wrap">
            <Text size={1} muted>
              {`${said}: ${by}${why}`}
            </Text>
            {taken.has(record.id) ? null : (
              <Box>
                <Button
                  mode="bleed"
                  fontSize={1}
                  padding={2}
                  text={text('undo.button')}
                  aria-label={`${text('undo.button')}: ${said}`}
                  onClick={() => onUndo(record)}
                />
              </Box>
            )}
          </Flex>
        )
      })}
    </Stack>
  )
}
