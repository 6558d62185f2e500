import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import type {Row} from '../../engine/rows.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {FilterSelect} from './FilterSelect.tsx'
import {NOTED, PERIODS, SORTS, type View} from './view.ts'

type FilterFieldsProps = {
  view: View
  rows: readonly Row[]
  isWide: boolean
  onView: (next: Partial<View>) => void
}

/** Every filter with few values, and the order. Only what occurs is offered. */
export function FilterFields({view, rows, isWide, onView}: FilterFieldsProps) {
  const text = useFirstText()
  const inTab = rows.filter((row) => row.tab.includes(view.tab))
  const occurring = VERDICTS.filter(
    (verdict) => verdict === view.verdict || inTab.some(({entry}) => entry.verdict === verdict),
  )
  return (
    <>
      <FilterSelect
        label={text('mismatches.filter.verdict')}
        any={text('mismatches.filter.any_verdict')}
        options={occurring.map((verdict) => ({value: verdict, words: text(`verdict.${verdict}`)}))}
        value={view.verdict}
        width="14rem"
        isWide={isWide}
        onChange={(verdict) => onView({verdict, open: null})}
      />
      <FilterSelect
        label={text('mismatches.filter.confidence')}
        any={text('mismatches.filter.any_confidence')}
        options={CONFIDENCES.map((value) => ({value, words: text(`confidence.${value}`)}))}
        value={view.confidence}
        isWide={isWide}
        onChange={(confidence) => onView({confidence, open: null})}
      />
      {view.note !== null || inTab.some(({remark}) => remark !== null) ? (
        <FilterSelect
          label={text('remark.filter')}
          any={text('remark.filter.any')}
          options={NOTED.map((value) => ({value, words: text(`remark.filter.${value}`)}))}
          value={view.note}
          isWide={isWide}
          onChange={(note) => onView({note, open: null})}
        />
      ) : null}
      <FilterSelect
        label={text('mismatches.filter.period')}
        options={PERIODS.map((days) => ({value: days, words: text('mismatches.period', {count: days})}))}
        value={view.days}
        isWide={isWide}
        onChange={(days) => {
          if (days !== null) onView({days, open: null})
        }}
      />
      <FilterSelect
        label={text('mismatches.sort')}
        options={SORTS.map((sort) => ({value: sort, words: text(`mismatches.sort.${sort}`)}))}
        value={view.sort}
        isWide={isWide}
        onChange={(sort) => {
          if (sort !== null) onView({sort})
        }}
      />
    </>
  )
}
