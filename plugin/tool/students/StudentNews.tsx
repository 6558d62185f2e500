import {Card, Stack, Text} from '@sanity/ui'
import {Fault} from '../../core/contract/fault.ts'
import {useText} from '../../i18n/use-text.ts'
import {Freshness} from '../mismatches/Freshness.tsx'
import {FaultCard} from '../parts/FaultCard.tsx'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {useTimes} from '../parts/use-times.ts'
import type {KnownStudent} from '../../hooks/use-student.ts'

/** What is to be said about the reading itself: how old it is, whether it is whole, what failed. */
export function StudentNews({known}: {known: KnownStudent}) {
  const text = useText()
  const {stale, scan, refresh, asOf, story} = known
  const {facts, reconciliation} = story
  const times = useTimes(facts.school.timeZone)
  const since = text('fault.old_since', {time: times.dateTime(asOf)})
  const blind =
    reconciliation.fault === null
      ? null
      : new Fault(reconciliation.fault, facts.blind?.message ?? 'the account cannot be read', {
          account: facts.blind?.account ?? facts.school.accounts[0] ?? '',
        })
  return (
    <Stack gap={3}>
      {stale && <FaultCard fault={stale} onRetry={refresh} since={since} />}
      {blind && <FaultCard fault={blind} onRetry={refresh} />}
      {scan.state === 'failed' && !blind && (
        <FaultCard fault={scan.fault} onRetry={refresh} since={text('students.scan_failed')} />
      )}
      {/* Of no tone: a Studio works out all colours of one when it is first shown, while the verdicts wait. */}
      {scan.state === 'running' && !blind && (
        <Card as="output" border padding={3} radius={2}>
          <Stack gap={3}>
            <Text size={1}>{text('students.incomplete')}</Text>
            <ReadingProgress progress={scan.progress} />
          </Stack>
        </Card>
      )}
      {scan.state !== 'running' && <Freshness state={known} timeZone={facts.school.timeZone} />}
    </Stack>
  )
}
