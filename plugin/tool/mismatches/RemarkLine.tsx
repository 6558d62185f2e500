import {ClockIcon} from '@sanity/icons/Clock'
import {CommentIcon} from '@sanity/icons/Comment'
import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {remarkWords} from './remark-words.ts'
import {RowIcon} from './RowIcon.tsx'

/** Somebody may have said much, in one word: the row shows two lines of it. */
const TWO_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const

/** What was said last of an entry, on its row. */
export function RemarkLine({remark, wording}: {remark: NonNullable<Row['remark']>; wording: Wording}) {
  const Icon = remark.waiting ? ClockIcon : CommentIcon
  const words = remarkWords(remark, wording)
  return (
    <span className="row-line row-remark">
      <RowIcon Icon={Icon} />
      <span className="row-text" title={words} style={{flex: 1, minWidth: 0}}>
        <span style={TWO_LINES}>{words}</span>
      </span>
    </span>
  )
}
