import {RefreshIcon} from '@sanity/icons/Refresh'
import {Box, Button, Flex, Text, useMediaIndex} from '@sanity/ui'
import {useState} from 'react'
import {MINUTE} from '../../core/contract/instant.ts'
import type {Reading} from '../../engine/messages.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {spanWords} from '../parts/span-words.ts'
import {useAnnounced} from '../parts/use-announced.ts'
import {useNow} from '../parts/use-now.ts'
import {useTimes} from '../parts/use-times.ts'
import {buttonName} from './button-name.ts'
import {upkeepWords} from './upkeep-words.ts'
import {WIDE} from './wide.ts'

type FreshnessProps = {
  state: Pick<Reading, 'asOf' | 'refreshing' | 'progress'> & {upkeep?: Reading['upkeep']; refresh: () => void}
  /** The school's. */
  timeZone: string
}

/** How old what is shown is, whether anybody looks without being asked, and a button that reads it again. */
export function Freshness({state, timeZone}: FreshnessProps) {
  const text = useFirstText()
  const now = useNow()
  const {asOf, refreshing, progress, refresh, upkeep = null} = state
  const {clock} = useTimes(timeZone)
  const isWide = useMediaIndex() >= WIDE
  const [askedAt, setAskedAt] = useState<number | null>(null)
  const age = Math.max(0, now - asOf)
  const read =
    age < MINUTE / 6 ? text('mismatches.fresh_now') : text('mismatches.fresh', {time: spanWords(age, text)})
  const words = [read, ...(upkeep === null ? [] : upkeepWords(upkeep, {now, text, clock}))]
  // The page also reads by itself: only who asked is told.
  const isRead = askedAt !== null && !refreshing && asOf !== askedAt
  useAnnounced('read', isRead ? text('mismatches.fresh_now') : '')
  return (
    <Flex align="center" gap={2} flex={1} style={{minWidth: 0}}>
      <Box style={{minWidth: 0}}>
        {refreshing ? (
          <ReadingProgress progress={progress} isQuiet />
        ) : (
          <Words words={words.join(' · ')} isWide={isWide} />
        )}
      </Box>
      <Button
        mode="bleed"
        icon={RefreshIcon}
        fontSize={1}
        padding={2}
        {...buttonName(text('mismatches.refresh'), isWide)}
        disabled={refreshing}
        onClick={() => {
          setAskedAt(asOf)
          refresh()
        }}
      />
    </Flex>
  )
}

/** One line; where that is too short for all of it, a touch shows the rest. */
function Words({words, isWide}: {words: string; isWide: boolean}) {
  const [isWhole, setIsWhole] = useState(false)
  if (isWide) {
    return (
      <Text size={1} muted>
        {words}
      </Text>
    )
  }
  return (
    <Button
      mode="bleed"
      paddingX={0}
      paddingY={2}
      aria-expanded={isWhole}
      onClick={() => setIsWhole(!isWhole)}
      style={{maxWidth: '100%', textAlign: 'left'}}
    >
      <Text size={1} muted {...(isWhole ? {} : {textOverflow: 'ellipsis'})}>
        {words}
      </Text>
    </Button>
  )
}
