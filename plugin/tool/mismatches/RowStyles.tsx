import {Card} from '@sanity/ui'
import {memo, useEffect, useState} from 'react'
import type {School} from '../../core/contract/school.ts'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import type {Row} from '../../engine/rows.ts'
import {RowCheckbox} from '../bulk/RowCheckbox.tsx'
import {useWording} from '../parts/use-wording.ts'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {inTurnWhenIdle} from '../parts/when-idle.ts'
import {ROW, ROW_BUTTON, RowLook} from './row-look.ts'
import {RowSummary} from './RowSummary.tsx'
import {RowVerb} from './RowVerb.tsx'

const PICKABLE = [true, false]
const TONES = ['default', 'positive'] as const
/** Words would be found where somebody looks for those of the rows. */
const NO_WORDS = () => ' '

/**
 * Everything that a row can look like, out of sight. For a style that is new to it a browser works out the whole page
 * anew, and whoever waits for the first rows, or scrolls, feels that on a slow machine: these are in the page before the
 * rows that have them. Drawn once: what is around it is drawn for every letter that somebody types.
 */
export const RowStyles = memo(
  function RowStyles({school}: {school: School}) {
    const wording = {...useWording(school), text: NO_WORDS}
    const [isIdle, setIsIdle] = useState(false)
    useEffect(() => inTurnWhenIdle([async () => setIsIdle(true)]), [])
    if (!isIdle) return null
    return (
      <div hidden>
        {TONES.map((tone) => (
          <RowLook key={tone}>
            <Card {...ROW} tone={tone}>
              <Card {...ROW_BUTTON} as="button">
                <RowSummary row={sampleOf(school)} wording={wording} isOpen={false} isDone={false} />
              </Card>
            </Card>
          </RowLook>
        ))}
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
  },
  () => true,
)

/** A row of nobody, with an amount and a time: how those are written in a language takes a browser a while to look up. */
function sampleOf({currency}: School): Row {
  return {
    entry: {
      key: '',
      payment: null,
      entitlements: [],
      student: null,
      pass: null,
      verdict: 'missing',
      reasons: [],
      notes: [],
      confidence: 'check',
      evidence: [],
      repair: null,
      dismissed: null,
    },
    isPaid: true,
    amount: currency === null ? null : {minor: 0, currency},
    at: 0,
    createdAt: null,
    studentName: NO_WORDS(),
    email: null,
    passName: NO_WORDS(),
    tab: [],
    remark: null,
    haystack: '',
  }
}
