import {Button} from '@sanity/ui'
import type {Confidence} from '../../core/contract/verdict.ts'

type RowVerbProps = {
  /** What the button says; null where nothing is proposed. */
  verb: string | null
  confidence: Confidence
  onFocus?: () => void
  onRepair?: () => void
}

/** What is proposed for a row, filled where it is certain. Its place stays where there is room for it. */
export function RowVerb({verb, confidence, onFocus, onRepair}: RowVerbProps) {
  const isCertain = confidence === 'certain'
  return (
    <div className="row-verb">
      {verb === null ? null : (
        <Button
          mode={isCertain ? 'default' : 'ghost'}
          // Filled, the primary tone is white on a blue that axe finds too light to read on.
          tone={isCertain ? 'default' : 'primary'}
          width="fill"
          fontSize={1}
          padding={3}
          text={verb}
          onFocus={onFocus}
          onClick={onRepair}
        />
      )}
    </div>
  )
}
