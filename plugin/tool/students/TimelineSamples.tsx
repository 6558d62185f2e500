import type {School} from '../../core/contract/school.ts'
import {CONFIDENCES, VERDICTS} from '../../core/contract/verdict.ts'
import {ConfidenceLabel} from '../parts/ConfidenceLabel.tsx'
import {useFullWording} from '../parts/use-full-wording.ts'
import {useWording} from '../parts/use-wording.ts'
import {VerbButton} from '../parts/VerbButton.tsx'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {Identities} from './Identities.tsx'
import {sampleStory, sampleTimeline} from './sample-timeline.ts'
import {StudentTimeline} from './StudentTimeline.tsx'

/** What a student's timeline can look like, of nobody, to be drawn ahead. */
export function TimelineSamples({school}: {school: School}) {
  const {text} = useFullWording(useWording(school))
  const timeline = sampleTimeline(school)
  return (
    <>
      <Identities identities={timeline.identities} isOpen />
      <StudentTimeline
        complete={false}
        from={null}
        story={sampleStory(school)}
        student=""
        timeline={timeline}
        title=""
      />
      {VERDICTS.map((verdict) => (
        <VerdictLabel key={verdict} verdict={verdict} text={text} />
      ))}
      {CONFIDENCES.map((confidence) => (
        <div key={confidence}>
          <ConfidenceLabel confidence={confidence} text={text} />
          <VerbButton confidence={confidence} verb="." />
        </div>
      ))}
    </>
  )
}
