import {useEffect, useState} from 'react'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import {RowCheckbox} from '../bulk/RowCheckbox.tsx'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {inTurnWhenIdle} from '../parts/when-idle.ts'
import {RowVerb} from './RowVerb.tsx'

const PICKABLE = [true, false]
/** Words would be found where somebody looks for those of the rows. */
const NO_WORDS = () => ' '

/**
 * Everything that a row can look like, out of sight. For a style that is new to it a browser works out the whole page
 * anew, and whoever scrolls on a slow machine feels that: these are in the page before the rows that have them.
 */
export function RowStyles() {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => inTurnWhenIdle([async () => setIsIdle(true)]), [])
  if (!isIdle) return null
  return (
    <div hidden>
      {VERDICTS.map((verdict) => (
        <VerdictLabel key={verdict} verdict={verdict} text={NO_WORDS} />
      ))}
      {CONFIDENCES.map((confidence) => (
        <RowVerb key={confidence} confidence={confidence} verb={NO_WORDS()} />
      ))}
      {PICKABLE.map((maySelect) => (
        <RowCheckbox
          key={String(maySelect)}
          words={NO_WORDS}
          isSelected={false}
          isCurrent={false}
          maySelect={maySelect}
          onFocus={() => undefined}
          onSelect={() => undefined}
        />
      ))}
    </div>
  )
}
