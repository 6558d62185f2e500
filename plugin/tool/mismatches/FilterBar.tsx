import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Select, Text, TextInput} from '@sanity/ui'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import {useText} from '../../i18n/use-text.ts'
import type {Row} from './select-entries.ts'
import {isFiltered, PERIODS, type View} from './view.ts'

type FilterBarProps = {
  view: View
  rows: readonly Row[]
  /** How many entries fit. */
  count: number
  onView: (next: Partial<View>) => void
}

/** What narrows the list. Only verdicts that occur are offered. */
export function FilterBar({view, rows, count, onView}: FilterBarProps) {
  const text = useText()
  const inTab = rows.filter((row) => row.tab.includes(view.tab))
  const occurring = VERDICTS.filter(
    (verdict) => verdict === view.verdict || inTab.some(({entry}) => entry.verdict === verdict),
  )
  return (
    <Flex gap={2} wrap="wrap" align="center" role="search">
      <Box flex={1} style={{minWidth: '14rem', maxWidth: '24rem'}}>
        <TextInput
          type="search"
          icon={SearchIcon}
          fontSize={1}
          padding={2}
          aria-label={text('mismatches.filter.text')}
          placeholder={text('mismatches.filter.text')}
          value={view.text}
          onChange={(event) => onView({text: event.currentTarget.value, open: null})}
        />
      </Box>
      <Box>
        <Select
          aria-label={text('mismatches.filter.verdict')}
          fontSize={1}
          padding={2}
          value={view.verdict ?? ''}
          onChange={(event) => {
            const {value} = event.currentTarget
            onView({verdict: VERDICTS.find((verdict) => verdict === value) ?? null, open: null})
          }}
        >
          <option value="">{text('mismatches.filter.any_verdict')}</option>
          {occurring.map((verdict) => (
            <option key={verdict} value={verdict}>
              {text(`verdict.${verdict}`)}
            </option>
          ))}
        </Select>
      </Box>
      <Box>
        <Select
          aria-label={text('mismatches.filter.confidence')}
          fontSize={1}
          padding={2}
          value={view.confidence ?? ''}
          onChange={(event) => {
            const {value} = event.currentTarget
            onView({confidence: CONFIDENCES.find((confidence) => confidence === value) ?? null, open: null})
          }}
        >
          <option value="">{text('mismatches.filter.any_confidence')}</option>
          {CONFIDENCES.map((confidence) => (
            <option key={confidence} value={confidence}>
              {text(`confidence.${confidence}`)}
            </option>
          ))}
        </Select>
      </Box>
      <Box>
        <Select
          aria-label={text('mismatches.filter.period')}
          fontSize={1}
          padding={2}
          value={String(view.days)}
          onChange={(event) => onView({days: Number(event.currentTarget.value), open: null})}
        >
          {PERIODS.map((days) => (
            <option key={days} value={String(days)}>
              {text('mismatches.period', {count: days})}
            </option>
          ))}
        </Select>
      </Box>
      {isFiltered(view) ? (
        <Flex gap={2} align="center">
          <Text size={1} muted role="status">
            {text('mismatches.count', {count})}
          </Text>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={text('mismatches.filter.clear')}
            onClick={() => onView({text: '', verdict: null, confidence: null})}
          />
        </Flex>
      ) : null}
    </Flex>
  )
}
