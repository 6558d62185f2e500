import {RefreshIcon} from '@sanity/icons/Refresh'
import {Button, Flex, Text} from '@sanity/ui'
import {MINUTE} from '../../core/contract/instant.ts'
import type {ReconciliationState} from '../../hooks/use-reconciliation.ts'
import {useText} from '../../i18n/use-text.ts'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {spanWords} from '../parts/span-words.ts'
import {useNow} from '../parts/use-now.ts'
import {useTimes} from '../parts/use-times.ts'
import {upkeepWords} from './upkeep-words.ts'

/** How old what is shown is, whether anybody looks without being asked, and a button that reads it again. */
export function Freshness({state}: {state: Extract<ReconciliationState, {state: 'ready'}>}) {
  const text = useText()
  const now = useNow()
  const {asOf, refreshing, progress, refresh, upkeep, facts} = state
  const {clock} = useTimes(facts.school.timeZone)
  const age = Math.max(0, now - asOf)
  const read =
    age < MINUTE / 6 ? text('mismatches.fresh_now') : text('mismatches.fresh', {time: spanWords(age, text)})
  const words = [read, ...(upkeep === null ? [] : upkeepWords(upkeep, {now, text, clock}))]
  return (
    <Flex align="center" gap={2}>
      {refreshing ? (
        <ReadingProgress progress={progress} />
      ) : (
        <Text size={1} muted>
          {words.join(' · ')}
        </Text>
      )}
      <Button
        mode="bleed"
        icon={RefreshIcon}
        fontSize={1}
        padding={2}
        text={text('mismatches.refresh')}
        disabled={refreshing}
        onClick={refresh}
      />
    </Flex>
  )
}
