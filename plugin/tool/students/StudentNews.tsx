import {Card, Stack, Text} from '@sanity/ui'
import {Fault} from '../../core/contract/fault.ts'
import {useText} from '../../i18n/use-text.ts'
import {Freshness} from '../mismatches/Freshness.tsx'
import {FaultCard} from '../parts/FaultCard.tsx'
import {useTimes} from '../parts/use-times.ts'
import type {KnownStudent} from './known-student.ts'

/** What is to be said about the reading itself: how old it is, whether it is whole, what failed. */
export function StudentNews({known}: {known: KnownStudent}) {
  const text = useText()
  const times = useTimes(known.facts.school.timeZone)
  const {stale, facts, reconciliation, complete, refresh, asOf} = known
  const blind =
    reconciliation.fault === null
      ? null
      : new Fault(reconciliation.fault, facts.blind?.message ?? 'the account cannot be read', {
          account: facts.blind?.account ?? facts.school.accounts[0] ?? '',
        })
  return (
    <Stack gap={3}>
      {stale && (
        <FaultCard
          fault={stale}
          onRetry={refresh}
          since={text('fault.old_since', {time: times.dateTime(asOf)})}
        />
      )}
      {blind && <FaultCard fault={blind} onRetry={refresh} />}
      {!complete && !blind && (
        <Card as="output" border padding={3} radius={2} tone="primary">
          <Text size={1}>{text('students.incomplete')}</Text>
        </Card>
      )}
      <Freshness state={known} />
    </Stack>
  )
}
