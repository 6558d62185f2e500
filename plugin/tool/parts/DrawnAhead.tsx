import {useEffect, useState, type ReactNode} from 'react'
import {inTurnWhenIdle} from './when-idle.ts'

/**
 * Draws what will be needed once, when the browser has nothing else to do, and takes it away before anybody sees it.
 * For a style that is new to it a browser works out the whole page anew: whoever waits for a row, or scrolls to one,
 * feels that on a slow machine, unless its styles came into the page while nobody waited for anything but the answer.
 *
 * @example <DrawnAhead><RowSamples school={school} /></DrawnAhead>
 */
export function DrawnAhead({children}: {children: ReactNode}) {
  const [stage, setStage] = useState<'waiting' | 'drawn' | 'over'>('waiting')
  useEffect(() => inTurnWhenIdle([async () => setStage('drawn')]), [])
  if (stage !== 'drawn') return null
  // Called as soon as it is in the page, before that is painted.
  const takeAway = (drawn: HTMLElement | null) => {
    if (drawn !== null) setStage('over')
  }
  return (
    <div hidden ref={takeAway}>
      {children}
    </div>
  )
}
