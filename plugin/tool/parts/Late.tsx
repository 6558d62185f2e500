import {Suspense, useEffect, useState, type ReactNode} from 'react'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {CrashCard} from './CrashCard.tsx'
import {Waiting} from './Waiting.tsx'

type LateProps = {
  /** What stands around a part that is still on its way, and around what says that it cannot come. */
  renderFrame?: (what: ReactNode) => ReactNode
  children: ReactNode
}

/** Around a part whose code comes lately: after a moment it is said that it is on its way, and if it cannot come. */
export function Late({renderFrame = asItIs, children}: LateProps) {
  const text = useFirstText()
  return (
    <CrashCard renderFrame={renderFrame}>
      <Suspense
        fallback={<AfterAMoment>{renderFrame(<Waiting what={text('tool.loading')} />)}</AfterAMoment>}
      >
        {children}
      </Suspense>
    </CrashCard>
  )
}

/** What comes sooner replaces nothing: words that are there for a blink are only seen to jump. */
const MOMENT_MS = 300

function AfterAMoment({children}: {children: ReactNode}) {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), MOMENT_MS)
    return () => clearTimeout(timer)
  }, [])
  return isOver ? children : null
}

function asItIs(what: ReactNode): ReactNode {
  return what
}
