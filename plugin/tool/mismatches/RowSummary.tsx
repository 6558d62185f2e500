import type {Row} from '../../engine/rows.ts'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {CONFIDENCE_ICONS} from '../parts/confidence-icons.ts'
import {Connector} from '../parts/Connector.tsx'
import {whyWords, type Wording} from '../parts/evidence-words.ts'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {PaidBy} from './PaidBy.tsx'
import {RemarkLine} from './RemarkLine.tsx'
import {RowCell} from './RowCell.tsx'
import {RowIcon} from './RowIcon.tsx'
import {rowWords} from './row-words.ts'

type RowSummaryProps = {
  row: Row
  wording: Wording
  isOpen: boolean
  /** It was repaired since the list was laid out. */
  isDone: boolean
}

/** What a row says: the money, the pass, the line between them and the verdict. */
export function RowSummary({row, wording, isOpen, isDone}: RowSummaryProps) {
  const {entry, at, email, remark} = row
  const {text, times} = wording
  const {paid, student, pass} = rowWords(row, wording)
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon
  return (
    <span className="row-line row-summary">
      <RowIcon isMuted Icon={Chevron} />
      <span className="row-stack row-said">
        <span className="row-stack row-cells">
          <RowCell
            flex={4}
            strong={<PaidBy {...{paid, student}} />}
            muted={[at === null ? null : times.dateTime(at), email]}
          />
          <span className="row-line row-pass">
            <span className="row-joint">
              <Connector entry={entry} isSettled={isDone || entry.verdict === 'matched'} />
            </span>
            <RowCell flex={1} strong={pass} muted={whyWords(entry, wording)} />
          </span>
          <span className="row-line row-verdict">
            <VerdictLabel verdict={entry.verdict} text={text} />
            {isDone ? (
              <IconText Icon={CheckmarkCircleIcon} words={text('entry.done')} />
            ) : (
              <IconText
                Icon={CONFIDENCE_ICONS[entry.confidence]}
                words={text(`confidence.${entry.confidence}`)}
                meaning={text(`confidence.${entry.confidence}.meaning`)}
              />
            )}
          </span>
        </span>
        {remark === null ? null : <RemarkLine remark={remark} wording={wording} />}
      </span>
    </span>
  )
}

/** How sure the verdict is, or, without a meaning to look up, that the row was repaired. */
function IconText({Icon, words, meaning}: {Icon: React.ElementType; words: string; meaning?: string}) {
  const isMuted = meaning !== undefined
  return (
    <span className="row-line row-sure" title={meaning}>
      <RowIcon isMuted={isMuted} Icon={Icon} />
      <span className={isMuted ? 'row-text row-muted' : 'row-text'}>
        <span>{words}</span>
      </span>
    </span>
  )
}
