import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {PaidBy} from './PaidBy.tsx'
import {RowCell} from './RowCell.tsx'
import {rowWords} from './row-words.ts'

/** What is seen of a row that rushes by: whose it is and what became of it, with nothing to be done. A tenth of the work of a whole one. */
export function RowGlimpse({row, wording}: {row: Row; wording: Wording}) {
  const {paid, student, pass} = rowWords(row, wording)
  const verdict = wording.text(`verdict.${row.entry.verdict}`)
  return (
    <div className="row-glimpse">
      <RowCell flex={1} strong={<PaidBy {...{paid, student}} />} muted={[pass, verdict]} />
    </div>
  )
}
