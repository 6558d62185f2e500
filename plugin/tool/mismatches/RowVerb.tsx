import type {Confidence} from '../../core/contract/verdict.ts'
import {VerbButton} from '../parts/VerbButton.tsx'

type RowVerbProps = {
  /** What the button says; null where nothing is proposed. */
  verb: string | null
  confidence: Confidence
  onFocus?: () => void
  onRepair?: () => void
}

/** What is proposed for a row. Its place stays where there is room for it. */
export function RowVerb({verb, confidence, onFocus, onRepair}: RowVerbProps) {
  return (
    <div className="row-verb">
      {verb === null ? null : (
        <VerbButton isWide verb={verb} confidence={confidence} onFocus={onFocus} onClick={onRepair} />
      )}
    </div>
  )
}
