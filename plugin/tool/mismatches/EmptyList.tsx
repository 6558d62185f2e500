import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Button, Flex, Heading, Text} from '@sanity/ui'
import type {Row} from '../../engine/rows.ts'
import type {ReadyDesk} from '../../hooks/use-desk.ts'
import {FirstRun} from '../later-parts.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {Late} from '../parts/Late.tsx'
import {focusSearch} from './focus-search.ts'
import {countSales} from './select-entries.ts'
import {isFiltered, UNFILTERED, type View} from './view.ts'

type EmptyListProps = {
  view: View
  rows: readonly Row[]
  state: ReadyDesk
  wording: Wording
  onView: (next: Partial<View>) => void
}

/** An empty list that says what was looked at, so that it can be believed. */
export function EmptyList({view, rows, state, wording, onView}: EmptyListProps) {
  const {text} = wording
  const inTab = rows.filter((row) => row.tab.includes(view.tab)).length
  if (isFiltered(view) && inTab > 0) {
    return (
      <Middle
        title={text('mismatches.nothing_fits')}
        body={text('mismatches.nothing_fits.body', {count: inTab})}
        button={
          <Button
            mode="ghost"
            fontSize={1}
            padding={3}
            text={text('mismatches.filter.clear')}
            onClick={() => {
              onView(UNFILTERED)
              focusSearch()
            }}
          />
        }
      />
    )
  }
  if (view.tab === 'review' || view.tab === 'all') {
    const isNew = isFirstRun(state)
    return (
      <Middle
        isGood={!isNew}
        title={text(isNew ? 'mismatches.empty.new' : 'mismatches.empty.title')}
        body={looked(state, view, wording)}
        button={
          isNew ? (
            <Late>
              <FirstRun school={state.desk.index.school} />
            </Late>
          ) : undefined
        }
      />
    )
  }
  const body = view.tab === 'fixed' ? text('mismatches.nothing_here.fixed') : ''
  return <Middle title={text('mismatches.nothing_here')} body={body} />
}

/** There is nothing to look at yet, or nobody looks without being asked. */
function isFirstRun({desk, upkeep}: ReadyDesk): boolean {
  const isUnwatched = upkeep !== null && upkeep.lastWebhook === null && upkeep.lastRun === null
  return desk.rows.length === 0 || (isUnwatched && upkeep.nextRun === null)
}

function looked({desk, asOf}: EmptyListProps['state'], view: View, wording: Wording): string {
  const {text, times} = wording
  const count = countSales(desk.rows)
  const date = times.date(desk.readSince ?? asOf - view.days * 86_400_000)
  return count === 0 ? text('mismatches.empty.none', {date}) : text('mismatches.empty.body', {count, date})
}

type MiddleProps = {title: string; body: string; isGood?: boolean; button?: React.ReactNode}

function Middle({title, body, isGood = false, button}: MiddleProps) {
  return (
    <Flex
      direction="column"
      align="center"
      gap={4}
      flex={1}
      padding={[3, 4, 5]}
      overflow="auto"
      // What is taller than its frame begins at its top.
      style={{justifyContent: 'safe center'}}
    >
      {isGood ? (
        <Text size={4} muted aria-hidden>
          <CheckmarkCircleIcon />
        </Text>
      ) : null}
      <Heading as="h2" size={1} align="center">
        {title}
      </Heading>
      {body === '' ? null : (
        <Text size={1} muted align="center">
          {body}
        </Text>
      )}
      {button}
    </Flex>
  )
}
