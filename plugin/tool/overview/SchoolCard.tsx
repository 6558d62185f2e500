import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import type {OverviewAnswer} from '../../core/contract/overview.ts'
import type {School} from '../../core/contract/school.ts'
import type {Counted} from '../../engine/tallies.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {spanWords} from '../parts/span-words.ts'
import {useNow} from '../parts/use-now.ts'
import {useTimes} from '../parts/use-times.ts'
import {upkeepWords} from '../mismatches/upkeep-words.ts'
import type {SchoolState} from './school-state.ts'
import {TallyWords} from './TallyWords.tsx'

type SchoolCardProps = {
  school: School
  remembered: OverviewAnswer['schools'][number]
  state: SchoolState
  /** Null: nobody counted it on this page. */
  counted: Counted | null
  onCount: () => void
}

/** One school: how it stands with it in a word, what the last scan left, and what there is to do where it was counted. */
export function SchoolCard({school, remembered, state, counted, onCount}: SchoolCardProps) {
  const text = useText()
  const now = useNow()
  const {clock} = useTimes(school.timeZone)
  const {go} = useRoute()
  const {trouble, upkeep} = remembered
  const open = (screen: string) => go({screen, item: null, search: {school: school.id}})
  const isWell = state === 'well'
  const Icon = isWell ? CheckmarkCircleIcon : WarningOutlineIcon
  const name = `passes-school-${school.id}`
  return (
    <Card as="li" border radius={3} padding={[3, 4]} aria-labelledby={name}>
      <Stack gap={4}>
        <Flex gap={3} align="center" justify="space-between" wrap="wrap">
          <Heading as="h3" size={1} id={name} style={{overflowWrap: 'anywhere', minWidth: 0}}>
            {school.name}
          </Heading>
          <Card tone={isWell ? 'positive' : 'caution'} radius={2} padding={2}>
            <Flex gap={2} align="center">
              <Text size={1} aria-hidden>
                <Icon />
              </Text>
              <Text size={1}>{text(`overview.state.${state}`)}</Text>
            </Flex>
          </Card>
        </Flex>
        <Stack gap={3}>
          {trouble === null ? null : <Text size={1}>{text(`overview.trouble.${trouble}`)}</Text>}
          {upkeep.lastRun === null || upkeep.lastRun.fault !== null ? null : (
            <Text size={1}>
              {text(upkeep.lastRun.left === 0 ? 'overview.nothing_left' : 'overview.left', {
                count: upkeep.lastRun.left,
                time: spanWords(Math.max(0, now - upkeep.lastRun.at), text),
              })}
            </Text>
          )}
          <Text size={1} muted>
            {upkeepWords(upkeep, {now, text, clock}).join(' · ')}
          </Text>
          {counted?.tally == null ? null : <TallyWords tally={counted.tally} />}
        </Stack>
        {counted?.fault == null ? null : <FaultCard fault={counted.fault} onRetry={onCount} />}
        <Flex gap={2} align="center" wrap="wrap">
          <Button fontSize={1} padding={3} text={text('overview.open')} onClick={() => open('')} />
          {counted?.counting == null ? (
            <Button
              mode="ghost"
              fontSize={1}
              padding={3}
              text={text(counted?.tally == null ? 'overview.count' : 'overview.count_again')}
              onClick={onCount}
            />
          ) : (
            <ReadingProgress progress={counted.counting.progress} />
          )}
          <Button
            mode="bleed"
            fontSize={1}
            padding={3}
            text={text('tool.health')}
            onClick={() => open('health')}
          />
        </Flex>
      </Stack>
    </Card>
  )
}
