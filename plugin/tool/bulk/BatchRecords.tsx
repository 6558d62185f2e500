import {Box, Dialog, Stack, Text} from '@sanity/ui'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'
import {RecordList} from '../activity/RecordList.tsx'

type BatchRecordsProps = {school: School; batch: string; onClose: () => void}

/** What one click on many rows did, as it stands written: also for whoever comes back to a page that was closed. */
export function BatchRecords({school, batch, onClose}: BatchRecordsProps) {
  const text = useText()
  return (
    <Dialog id="passes-batch-records" header={text('bulk.reopened.title')} width={2} onClose={onClose}>
      <Box padding={4}>
        <Stack gap={4}>
          <Text size={1} muted>
            {text('bulk.reopened.body')}
          </Text>
          <RecordList school={school} batch={batch} onBatch={null} />
        </Stack>
      </Box>
    </Dialog>
  )
}
