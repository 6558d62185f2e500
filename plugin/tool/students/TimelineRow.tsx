import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {Entry} from '../../core/contract/entry.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import {ConfidenceLabel} from '../parts/ConfidenceLabel.tsx'
import {Connector} from '../parts/Connector.tsx'
import {entryParties} from '../../engine/entry-parties.ts'
import {EntryChoices} from '../parts/EntryChoices.tsx'
import {EntryRecords} from '../parts/EntryRecords.tsx'
import {useText} from '../../i18n/use-text.ts'
import {whyWords} from '../parts/evidence-words.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {HeldPass} from '../parts/HeldPass.tsx'
import {repairVerb} from '../parts/repair-verb.ts'
import {useNow} from '../parts/use-now.ts'
import type {Mending} from '../parts/use-mending.tsx'
import {VerbButton} from '../parts/VerbButton.tsx'
import {VerdictLabel} from '../parts/VerdictLabel.tsx'
import {whoseWords} from '../parts/whose-words.ts'
import {MoneySide, NothingThere} from './MoneySide.tsx'
import {PassAnswers} from './PassAnswers.tsx'
import {Sides} from './Sides.tsx'
import {TellStudent} from './TellStudent.tsx'
import type {TimelineItem, TimelineStory} from './timeline.ts'

export type TimelineRowProps = TimelineStory & {
  item: TimelineItem
  index: FactsIndex
  wording: FullWording
  mending: Mending
  /** Whether to name the student: for a payment that is somebody else's. */
  isNamed?: boolean
}

/** One payment beside its passes: the verdict, why, what the student sees of it, and one verb. */
export function TimelineRow(props: TimelineRowProps) {
  const {item, story, complete, index, wording, mending, isNamed = false} = props
  const {entry, payment, entitlements} = item
  const text = useText()
  const now = useNow()
  const why = entry === null ? [] : whyWords(entry, wording)
  const notes = entry === null ? [] : entry.notes.map((note) => text(`reason.${note}`))
  return (
    <Card as="li" border data-entry={item.key} padding={3} radius={3}>
      <Stack gap={4}>
        <RowHead entry={entry} repairing={mending.repairing} wording={wording} />
        {isNamed && entry !== null && (
          <Text size={1} weight="medium">
            {entryParties(entry, index).studentName ?? text('entry.nobody')}
          </Text>
        )}
        <Sides
          joint={entry === null ? null : <Connector entry={entry} isSettled={entry.verdict === 'matched'} />}
          money={
            <MoneySide
              otherwise={text(noMoneyKey(item, {story, complete}))}
              payment={payment}
              wording={wording}
            />
          }
          passes={
            <Stack gap={3}>
              {entitlements.length === 0 && <NothingThere words={text('entry.no_pass')} />}
              {entitlements.map((entitlement) => (
                <Stack gap={2} key={entitlement.id}>
                  <HeldPass entitlement={entitlement} wording={wording} />
                  <PassAnswers entitlement={entitlement} facts={story.facts} now={now} wording={wording} />
                  <TellStudent
                    entitlement={entitlement}
                    index={index}
                    now={now}
                    telling={mending.telling}
                    wording={wording}
                  />
                </Stack>
              ))}
            </Stack>
          }
        />
        {[...why, ...notes].length > 0 && (
          <Text muted size={1}>
            {[...why, ...notes].join(' · ')}
          </Text>
        )}
        {entry !== null && <RowChoices {...{entry, index, wording, mending}} />}
      </Stack>
    </Card>
  )
}

type RowChoicesProps = Pick<TimelineRowProps, 'index' | 'wording' | 'mending'> & {entry: Entry}

/** What was done about it, with the way back; the other candidates, and what else a person may decide. */
function RowChoices({entry, index, wording, mending: {repairing, undoing}}: RowChoicesProps) {
  const whose = whoseWords(entryParties(entry, index), wording.text)
  return (
    <>
      <EntryRecords
        entry={entry}
        index={index}
        wording={wording}
        onUndo={({id, kind}) => undoing.start({id, kind, whose, record: null})}
      />
      <EntryChoices
        entry={entry}
        index={index}
        wording={wording}
        onOther={(kind) => repairing.startOther(entry, kind)}
        onRepair={(choice) => repairing.start(entry, choice)}
      />
    </>
  )
}

type RowHeadProps = {repairing: Mending['repairing']} & Pick<TimelineRowProps, 'wording'> &
  Pick<TimelineItem, 'entry'>

function RowHead({entry, repairing, wording: {text}}: RowHeadProps) {
  if (entry === null) return null
  const verb = repairVerb(entry, text)
  return (
    <Flex align="center" gap={3} justify="space-between" wrap="wrap">
      <Flex align="center" gap={3} wrap="wrap">
        <VerdictLabel verdict={entry.verdict} text={text} />
        {isMismatch(entry.verdict) && <ConfidenceLabel confidence={entry.confidence} text={text} />}
      </Flex>
      {verb !== null && (
        <Box>
          <VerbButton verb={verb} confidence={entry.confidence} onClick={() => repairing.start(entry)} />
        </Box>
      )}
    </Flex>
  )
}

// "No payment" is said only of what was searched to the end; anything else is not known, which is not the same.
function noMoneyKey({entry}: TimelineItem, {complete, story}: TimelineStory) {
  if (story.reconciliation.fault !== null) return 'students.payment.unreadable'
  if (!complete) return 'students.payment.looking'
  return entry === null ? 'students.payment.not_asked' : 'entry.no_payment'
}
