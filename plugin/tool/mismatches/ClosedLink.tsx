import type {Row} from '../../engine/rows.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {focusRow, focusSearch} from './focus-search.ts'
import {Notice} from './Notice.tsx'
import {PERIODS, UNFILTERED, type View} from './view.ts'

type ClosedLinkProps = {
  rows: readonly Row[]
  listed: readonly Row[]
  view: View
  text: FirstText
  /** False while older rows are still to come. */
  isWhole: boolean
  onView: (next: Partial<View>) => void
}

/** Why the entry that a link names does not stand open here: it is under another tab, filtered out, or was not read. */
export function ClosedLink({rows, listed, view, text, isWhole, onView}: ClosedLinkProps) {
  const {open: named} = view
  if (named === null || !isWhole) return null
  const isNamed = ({entry}: Row) => entry.key === named
  if (listed.some(isNamed)) return null
  const [tab] = rows.find(isNamed)?.tab ?? []
  const longest = Math.max(...PERIODS)
  if (tab !== undefined) {
    return (
      <Notice
        words={text('mismatches.link.elsewhere', {tab: text(`mismatches.tab.${tab}`)})}
        button={text('mismatches.show_new')}
        onAct={() => {
          onView({...UNFILTERED, tab})
          focusRow(named)
        }}
      />
    )
  }
  if (view.days < longest) {
    return (
      <Notice
        words={text('mismatches.link.not_read', {count: view.days})}
        button={text('mismatches.check_older')}
        onAct={() => {
          onView({days: longest})
          focusSearch()
        }}
      />
    )
  }
  return (
    <Notice
      words={text('mismatches.link.unknown')}
      button={text('tool.close')}
      onAct={() => {
        onView({open: null})
        focusSearch()
      }}
    />
  )
}
