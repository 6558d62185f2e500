import {Card} from '@sanity/ui'
import {memo} from 'react'
import type {School} from '../../core/contract/school.ts'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import type {Row} from '../../engine/rows.ts'
import {RowCheckbox} from '../bulk/RowCheckbox.tsx'
import {DrawnAhead} from '../parts/DrawnAhead.tsx'
import {SAMPLE_ENTRY} from '../parts/sample-entry.ts'
import {useWording} from '../parts/use-wording.ts'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {ROW, ROW_BUTTON} from './row-look.ts'
import {RowSummary} from './RowSummary.tsx'
import {RowVerb} from './RowVerb.tsx'

const PICKABLE = [true, false]
const TONES = ['default', 'positive'] as const

/** Everything that a row can look like. Drawn once: what is around it is drawn for every letter that somebody types. */
export const RowStyles = memo(
  function RowStyles({school}: {school: School}) {
    return (
      <DrawnAhead>
        <RowSamples school={school} />
      </DrawnAhead>
    )
  },
  () => true,
)

function RowSamples({school}: {school: School}) {
  const wording = useWording(school)
  const {text} = wording
  return (
    <>
      {TONES.map((tone) => (
        <Card key={tone} {...ROW} tone={tone}>
          <Card {...ROW_BUTTON} as="button">
            <RowSummary row={sampleOf(school)} wording={wording} isOpen={false} isDone={false} />
          </Card>
        </Card>
      ))}
      {VERDICTS.map((verdict) => (
        <VerdictLabel key={verdict} verdict={verdict} text={text} />
      ))}
      {CONFIDENCES.map((confidence) => (
        <RowVerb key={confidence} confidence={confidence} verb="." />
      ))}
      {PICKABLE.map((maySelect) => (
        <RowCheckbox
          key={String(maySelect)}
          words={() => ''}
          isSelected={false}
          isCurrent={false}
          maySelect={maySelect}
          onFocus={() => undefined}
          onSelect={() => undefined}
        />
      ))}
    </>
  )
}

/** A row of nobody, with an amount and a time: how those are written in a language takes a browser a while to look up. */
function sampleOf({currency}: School): Row {
  return {
    entry: SAMPLE_ENTRY,
    isPaid: true,
    amount: currency === null ? null : {minor: 0, currency},
    at: 0,
    createdAt: null,
    studentName: '',
    email: null,
    passName: '',
    tab: [],
    remark: null,
    haystack: '',
  }
}
