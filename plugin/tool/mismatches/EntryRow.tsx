import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import type {Choice, RepairKind, RepairRecord} from '../../core/contract/repair.ts'
import {ConfidenceLabel} from '../parts/ConfidenceLabel.tsx'
import {Connector} from '../parts/Connector.tsx'
import {whyWords, type Wording} from '../parts/evidence-words.ts'
import type {FactsIndex} from '../parts/facts-index.ts'
import {repairVerb} from '../parts/repair-verb.ts'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {EntryDetails} from './EntryDetails.tsx'
import {rowSentence} from './row-sentence.ts'
import type {Row} from './select-entries.ts'

type EntryRowProps = {
  row: Row
  index: FactsIndex
  wording: Wording
  isOpen: boolean
  /** It was repaired since the list was laid out. */
  isDone: boolean
  /** The keyboard is on it. */
  isCurrent: boolean
  onFocus: () => void
  onToggle: () => void
  onRepair: (choice?: Choice) => void
  onOther: (kind: RepairKind) => void
  onUndo: (record: RepairRecord) => void
}

// Around the whole row: the button in it is cut off at the row's edge, and its own ring with it.
const RING = {outline: '2px solid var(--card-focus-ring-color)', outlineOffset: -2}

/** One payment and its pass: the money left, the pass right, why between the lines, and one verb. */
export function EntryRow(props: EntryRowProps) {
  const {row, index, wording, isOpen, isDone, isCurrent, onFocus, onToggle, onRepair, onOther, onUndo} = props
  const {entry} = row
  const {text} = wording
  const verb = isDone ? null : repairVerb(entry, text)
  const [isRinged, setIsRinged] = useState(false)
  const detailsId = `passes-details-${entry.key}`
  return (
    <Box paddingBottom={2}>
      <Card
        border
        radius={3}
        tone={isDone ? 'positive' : 'default'}
        overflow="hidden"
        data-entry={entry.key}
        style={isRinged ? RING : undefined}
      >
        <Flex
          direction={['column', 'column', 'column', 'row']}
          align={['stretch', 'stretch', 'stretch', 'center']}
        >
          <Card
            as="button"
            flex={1}
            padding={3}
            tone="inherit"
            radius={3}
            data-row-button
            aria-expanded={isOpen}
            aria-controls={detailsId}
            aria-label={rowSentence(row, wording)}
            tabIndex={isCurrent ? 0 : -1}
            onFocus={(event) => {
              setIsRinged(event.currentTarget.matches(':focus-visible'))
              onFocus()
            }}
            onBlur={() => setIsRinged(false)}
            onClick={onToggle}
            style={{minWidth: 0, textAlign: 'left', font: 'inherit', border: 0, cursor: 'pointer'}}
          >
            <Summary {...{row, wording, isOpen, isDone}} />
          </Card>
          <Box
            flex="none"
            display={verb === null ? ['none', 'none', 'none', 'block'] : 'block'}
            paddingX={3}
            paddingBottom={[3, 3, 3, 0]}
            style={{minWidth: '13.5rem'}}
          >
            {verb === null ? null : (
              <Button
                mode={entry.confidence === 'certain' ? 'default' : 'ghost'}
                // Filled, the primary tone is white on a blue that axe finds too light to read on.
                tone={entry.confidence === 'certain' ? 'default' : 'primary'}
                width="fill"
                fontSize={1}
                padding={3}
                text={verb}
                onFocus={onFocus}
                onClick={() => onRepair()}
              />
            )}
          </Box>
        </Flex>
        <div id={detailsId} hidden={!isOpen}>
          {isOpen ? <EntryDetails {...{row, index, wording, onRepair, onOther, onUndo}} /> : null}
        </div>
      </Card>
    </Box>
  )
}

type SummaryProps = Pick<EntryRowProps, 'row' | 'wording' | 'isOpen' | 'isDone'>

function Summary({row, wording, isOpen, isDone}: SummaryProps) {
  const {entry, amount, at, studentName, email, passName, payment} = row
  const {text, money, times} = wording
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon
  const paid = payment === null ? text('entry.no_payment') : amount === null ? '–' : money(amount)
  return (
    <Flex as="span" gap={3} align="center">
      <Text as="span" size={1} muted aria-hidden>
        <Chevron />
      </Text>
      <Flex
        as="span"
        flex={1}
        gap={3}
        direction={['column', 'column', 'row']}
        align={['stretch', 'stretch', 'center']}
        style={{minWidth: 0}}
      >
        <Cell
          flex={4}
          strong={
            <>
              <span style={{fontWeight: 700, fontVariantNumeric: 'tabular-nums'}}>{paid}</span>
              {` · ${studentName ?? text('entry.nobody')}`}
            </>
          }
          muted={[at === null ? null : times.dateTime(at), email]}
        />
        <Flex as="span" align="center" gap={3} flex={6} style={{minWidth: 0}}>
          <Box as="span" flex="none" style={{lineHeight: 0}}>
            <Connector entry={entry} isSettled={isDone || entry.verdict === 'matched'} />
          </Box>
          <Cell flex={1} strong={passName ?? text('entry.no_pass_named')} muted={whyWords(entry, wording)} />
        </Flex>
        <Flex
          as="span"
          direction={['row', 'row', 'column']}
          align={['center', 'center', 'flex-start']}
          gap={2}
          flex={3}
          wrap="wrap"
          style={{minWidth: 0}}
        >
          <VerdictLabel verdict={entry.verdict} />
          {isDone ? <Done words={text('entry.done')} /> : <ConfidenceLabel confidence={entry.confidence} />}
        </Flex>
      </Flex>
    </Flex>
  )
}

function Done({words}: {words: string}) {
  return (
    <Flex as="span" align="center" gap={2}>
      <Text as="span" size={1} aria-hidden>
        <CheckmarkCircleIcon />
      </Text>
      <Text as="span" size={1}>
        {words}
      </Text>
    </Flex>
  )
}

type CellProps = {flex: number; strong: React.ReactNode; muted: readonly (string | null)[]}

function Cell({flex, strong, muted}: CellProps) {
  const words = muted.filter((word) => word !== null).join(' · ')
  return (
    <Flex as="span" direction="column" gap={2} flex={flex} style={{minWidth: 0}}>
      <Text as="span" size={1} weight="medium" textOverflow="ellipsis">
        {strong}
      </Text>
      <Text as="span" size={1} muted textOverflow="ellipsis" title={words}>
        {words}
      </Text>
    </Flex>
  )
}
