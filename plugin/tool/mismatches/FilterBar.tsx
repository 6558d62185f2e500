import {FilterIcon} from '@sanity/icons/Filter'
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Stack, Text, TextInput, useMediaIndex} from '@sanity/ui'
import {useState} from 'react'
import {useFirstText} from '../../i18n/use-first-text.ts'
import type {Row} from '../../engine/rows.ts'
import {FilterFields} from './FilterFields.tsx'
import {focusSearch, SEARCH} from './focus-search.ts'
import type {TypedText} from './use-typed-text.ts'
import {countFilters, isFiltered, UNFILTERED, type View} from './view.ts'
import {WIDE} from './wide.ts'

type FilterBarProps = {
  view: View
  field: TypedText['field']
  rows: readonly Row[]
  /** How many entries fit; null while that is not known yet. */
  count: number | null
  onView: (next: Partial<View>) => void
}

const FIELDS = 'passes-filters'

/** What narrows the list. On a phone everything but the search waits behind one button. */
export function FilterBar({view, field, rows, count, onView}: FilterBarProps) {
  const text = useFirstText()
  const isWide = useMediaIndex() >= WIDE
  const [isOpen, setIsOpen] = useState(false)
  const active = countFilters(view)
  const fields = <FilterFields view={view} rows={rows} onView={onView} isWide={isWide} />
  return (
    <Stack as="search" gap={2}>
      <Flex gap={2} wrap={isWide ? 'wrap' : 'nowrap'} align="center">
        <Box flex={1} style={{minWidth: isWide ? '14rem' : 0, maxWidth: '24rem'}}>
          <TextInput
            key={field.key}
            id={SEARCH}
            type="search"
            icon={SearchIcon}
            fontSize={1}
            padding={isWide ? 2 : 3}
            aria-label={text('mismatches.filter.text')}
            placeholder={text('mismatches.filter.text')}
            defaultValue={field.defaultValue}
            onChange={(event) => field.onText(event.currentTarget.value)}
          />
        </Box>
        {isWide ? (
          fields
        ) : (
          <Button
            mode="ghost"
            icon={FilterIcon}
            fontSize={1}
            padding={3}
            text={active === 0 ? text('mismatches.filters') : text('mismatches.filters_on', {count: active})}
            aria-expanded={isOpen}
            aria-controls={FIELDS}
            onClick={() => setIsOpen(!isOpen)}
          />
        )}
        {isWide && isFiltered(view) ? <Narrowed count={count} onView={onView} /> : null}
      </Flex>
      {!isWide && isOpen ? (
        <Stack gap={2} id={FIELDS}>
          {fields}
        </Stack>
      ) : null}
      {!isWide && isFiltered(view) ? (
        <Flex gap={2} align="center">
          <Narrowed count={count} onView={onView} />
        </Flex>
      ) : null}
    </Stack>
  )
}

function Narrowed({count, onView}: Pick<FilterBarProps, 'count' | 'onView'>) {
  const text = useFirstText()
  return (
    <>
      <Text size={1} muted>
        {count === null ? null : text('mismatches.count', {count})}
      </Text>
      <Button
        mode="bleed"
        fontSize={1}
        padding={2}
        text={text('mismatches.filter.clear')}
        onClick={() => {
          onView(UNFILTERED)
          focusSearch()
        }}
      />
    </>
  )
}
