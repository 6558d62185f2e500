import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {FullWording} from '../parts/use-full-wording.ts'
import {faultWords} from '../parts/fault-words.ts'
import {Said} from '../parts/Said.tsx'
import {countOutcomes, type Outcome} from './many-flow.ts'
import {ProgressBar} from './ProgressBar.tsx'

type ManyOutcomesProps = {
  items: readonly {key: string; whose: string}[]
  outcomes: ReadonlyMap<string, Outcome>
  isEnded: boolean
  label: string
  wording: FullWording
}

const ICONS = {
  done: CheckmarkCircleIcon,
  failed: CloseCircleIcon,
  skipped: WarningOutlineIcon,
  waiting: ClockIcon,
} as const

/** How far it is, and how each row ended; once all have, those that did not succeed stand first. */
export function ManyOutcomes({items, outcomes, isEnded, label, wording: {text}}: ManyOutcomesProps) {
  const counts = countOutcomes(outcomes)
  const rank = ({key}: {key: string}) => (outcomes.get(key)?.state === 'done' ? 1 : 0)
  const rows = isEnded ? items.toSorted((a, b) => rank(a) - rank(b)) : items
  return (
    <Stack gap={4}>
      <Said
        words={
          isEnded ? text('bulk.ended', counts) : text('bulk.writing', {done: outcomes.size, of: items.length})
        }
      />
      <ProgressBar done={outcomes.size} of={items.length} label={label} />
      {isEnded ? null : (
        <Text size={1} muted>
          {text('bulk.leave')}
        </Text>
      )}
      <Card border radius={2} overflow="auto" style={{maxHeight: '50vh'}} tabIndex={0}>
        <Stack as="ul" aria-label={label} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {rows.map((item, place) => (
            <Row
              key={item.key}
              item={item}
              outcome={outcomes.get(item.key) ?? null}
              isLast={place === rows.length - 1}
              text={text}
            />
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}

type RowProps = {
  item: {key: string; whose: string}
  outcome: Outcome | null
  isLast: boolean
  text: FullWording['text']
}

function Row({item, outcome, isLast, text}: RowProps) {
  const state = outcome?.state ?? 'waiting'
  const Icon = ICONS[state]
  const words =
    outcome === null || outcome.state === 'done'
      ? text(outcome === null ? 'bulk.row.waiting' : 'bulk.row.done')
      : text(`bulk.row.${outcome.state}`, {why: faultWords(outcome.fault, text).title})
  return (
    <Card as="li" borderBottom={!isLast} paddingX={3} paddingY={3} data-outcome={state}>
      <Flex gap={3} align="flex-start">
        <Text size={1} muted={state === 'waiting'} aria-hidden>
          <Icon />
        </Text>
        <Flex gap={[2, 2, 3]} direction={['column', 'column', 'row']} flex={1} style={{minWidth: 0}}>
          <Text size={1} style={{flex: 2, minWidth: 0}}>
            {item.whose}
          </Text>
          <Text size={1} muted={state === 'waiting'} style={{flex: 2, minWidth: 0}}>
            {words}
          </Text>
        </Flex>
      </Flex>
    </Card>
  )
}
