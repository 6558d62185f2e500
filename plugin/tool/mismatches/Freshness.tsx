import {RefreshIcon} from '@sanity/icons/Refresh'
import {Button, Flex, Text} from '@sanity/ui'
import {MINUTE} from '../../core/contract/instant.ts'
import type {Reading} from '../../engine/messages.ts'
import {useText} from '../../i18n/use-text.ts'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {spanWords} from '../parts/span-words.ts'
import {useNow} from '../parts/use-now.ts'
import {useTimes} from '../parts/use-times.ts'
import {upkeepWords} from './upkeep-words.ts'

type FreshnessProps = {
  state: Pick<Reading, 'asOf' | 'refreshing' | 'progress'> & {upkeep?: Reading['upkeep']; refresh: () => void}
  /** The school's. */
  timeZone: string
}

/** How old what is shown is, whether anybody looks without being asked, and a button that reads it again. */
export function Freshness({state, timeZone}: FreshnessProps) {
  const text = useText()
  const now = useNow()
  const {asOf, refreshing, progress, refresh, upkeep = null} = state
  const {clock} = useTimes(timeZone)
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
