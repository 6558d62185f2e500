import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Text, TextInput} from '@sanity/ui'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import {useText} from '../../i18n/use-text.ts'
import type {Row} from '../../engine/rows.ts'
import {FilterSelect} from './FilterSelect.tsx'
import type {TypedText} from './use-typed-text.ts'
import {isFiltered, NOTED, PERIODS, SORTS, UNFILTERED, type View} from './view.ts'

type FilterBarProps = {
  view: View
  field: TypedText['field']
  rows: readonly Row[]
  /** How many entries fit; null while some are still coming. */
  count: number | null
  onView: (next: Partial<View>) => void
}

/** What narrows the list. Only verdicts that occur are offered. */
export function FilterBar({view, field, rows, count, onView}: FilterBarProps) {
  const text = useText()
  const inTab = rows.filter((row) => row.tab.includes(view.tab))
  const occurring = VERDICTS.filter(
    (verdict) => verdict === view.verdict || inTab.some(({entry}) => entry.verdict === verdict),
  )
  return (
    <Flex as="search" gap={2} wrap="wrap" align="center">
      <Box flex={1} style={{minWidth: '14rem', maxWidth: '24rem'}}>
        <TextInput
          key={field.key}
          type="search"
          icon={SearchIcon}
          fontSize={1}
          padding={2}
          aria-label={text('mismatches.filter.text')}
          placeholder={text('mismatches.filter.text')}
          defaultValue={field.defaultValue}
          onChange={(event) => field.onText(event.currentTarget.value)}
        />
      </Box>
      <FilterSelect
        label={text('mismatches.filter.verdict')}
        any={text('mismatches.filter.any_verdict')}
        options={occurring.map((verdict) => ({value: verdict, words: text(`verdict.${verdict}`)}))}
        value={view.verdict}
        onChange={(verdict) => onView({verdict, open: null})}
      />
      <FilterSelect
        label={text('mismatches.filter.confidence')}
        any={text('mismatches.filter.any_confidence')}
        options={CONFIDENCES.map((value) => ({value, words: text(`confidence.${value}`)}))}
        value={view.confidence}
        onChange={(confidence) => onView({confidence, open: null})}
      />
      {view.note !== null || inTab.some(({remark}) => remark !== null) ? (
        <FilterSelect
          label={text('remark.filter')}
          any={text('remark.filter.any')}
          options={NOTED.map((value) => ({value, words: text(`remark.filter.${value}`)}))}
          value={view.note}
          onChange={(note) => onView({note, open: null})}
        />
      ) : null}
      <FilterSelect
        label={text('mismatches.filter.period')}
        options={PERIODS.map((days) => ({value: days, words: text('mismatches.period', {count: days})}))}
        value={view.days}
        onChange={(days) => {
          if (days !== null) onView({days, open: null})
        }}
      />
      <FilterSelect
        label={text('mismatches.sort')}
        options={SORTS.map((sort) => ({value: sort, words: text(`mismatches.sort.${sort}`)}))}
        value={view.sort}
        onChange={(sort) => {
          if (sort !== null) onView({sort})
        }}
      />
      {isFiltered(view) ? (
        <>
          <Text as="output" size={1} muted>
            {count === null ? null : text('mismatches.count', {count})}
          </Text>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={text('mismatches.filter.clear')}
            onClick={() => onView(UNFILTERED)}
          />
        </>
      ) : null}
    </Flex>
  )
}
