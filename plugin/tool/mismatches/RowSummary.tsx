import type {Row} from '../../engine/rows.ts'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Flex, Text} from '@sanity/ui'
import {ConfidenceLabel} from '../parts/ConfidenceLabel.tsx'
import {Connector} from '../parts/Connector.tsx'
import {whyWords, type Wording} from '../parts/evidence-words.ts'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {RemarkLine} from './RemarkLine.tsx'

type RowSummaryProps = {
  row: Row
  wording: Wording
  isOpen: boolean
  /** It was repaired since the list was laid out. */
  isDone: boolean
}

/** What a row says: the money, the pass, the line between them and the verdict. */
export function RowSummary({row, wording, isOpen, isDone}: RowSummaryProps) {
  const {entry, amount, at, studentName, email, passName, isPaid, remark} = row
  const {text, money, times} = wording
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon
  const paid = !isPaid ? text('entry.no_payment') : amount === null ? '–' : money(amount)
  return (
    <Flex as="span" gap={3} align="center">
      <Text as="span" size={1} muted aria-hidden>
        <Chevron />
      </Text>
      <Flex as="span" direction="column" flex={1} gap={3} style={{minWidth: 0}}>
        <Flex
          as="span"
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
            <Cell
              flex={1}
              strong={passName ?? text('entry.no_pass_named')}
              muted={whyWords(entry, wording)}
            />
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
        {remark === null ? null : <RemarkLine remark={remark} wording={wording} />}
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
