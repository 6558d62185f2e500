import {Card, Grid, Label, Stack, Text} from '@sanity/ui'
import type {Choice, RepairKind, RepairRecord} from '../../core/contract/repair.ts'
import {EarnedPass} from '../parts/EarnedPass.tsx'
import {Candidates, OtherRepairs} from '../parts/EntryChoices.tsx'
import {EntryLinks} from '../parts/EntryLinks.tsx'
import {EntryRecords} from '../parts/EntryRecords.tsx'
import {EvidenceList} from '../parts/EvidenceList.tsx'
import type {Wording} from '../parts/evidence-words.ts'
import {useFullWording} from '../parts/use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {entryParties} from '../../engine/entry-parties.ts'
import type {Row} from '../../engine/rows.ts'
import {HeldPass} from '../parts/HeldPass.tsx'
import {PaymentFacts} from '../parts/PaymentFacts.tsx'
import {EntryRemarks} from './EntryRemarks.tsx'

type EntryDetailsProps = {
  row: Row
  index: FactsIndex
  wording: Wording
  isNoting: boolean
  onNoting: (isNoting: boolean) => void
  onRepair: (choice?: Choice) => void
  onOther: (kind: RepairKind) => void
  onUndo: (record: RepairRecord) => void
}

/** Everything that is known of one entry: the payment, the passes, why, and the other candidates. */
export function EntryDetails(props: EntryDetailsProps) {
  const {row, index, isNoting, onNoting, onRepair, onOther, onUndo} = props
  const wording = useFullWording(props.wording)
  const {entry} = row
  const parties = entryParties(entry, index)
  const {payment, held} = parties
  const {text} = wording
  return (
    <Card borderTop tone="transparent" padding={[3, 3, 4]}>
      <Stack gap={4}>
        <Grid gridTemplateColumns={[1, 1, 2, 3]} gap={[4, 4, 5]}>
          <Stack gap={3}>
            <Label as="h2" size={1} muted>
              {text('entry.payment')}
            </Label>
            {payment === null ? (
              <Text size={1}>{text('entry.no_payment')}</Text>
            ) : (
              <PaymentFacts payment={payment} wording={wording} />
            )}
          </Stack>
          <Stack gap={3}>
            <Label as="h2" size={1} muted>
              {text('entry.pass_held', {count: Math.max(1, held.length)})}
            </Label>
            {held.length === 0 ? <Text size={1}>{text('entry.no_pass')}</Text> : null}
            <EarnedPass changes={entry.repair?.changes ?? []} wording={wording} />
            {held.map((entitlement) => (
              <HeldPass key={entitlement.id} entitlement={entitlement} wording={wording} />
            ))}
          </Stack>
          <EvidenceList entry={entry} wording={wording} />
        </Grid>
        <EntryRecords entry={entry} index={index} wording={wording} onUndo={onUndo} />
        <Candidates {...{entry, index, wording, onRepair}} />
        <EntryRemarks {...{row, index, wording, isNoting, onNoting}}>
          <OtherRepairs {...{entry, wording, onOther}} />
          <EntryLinks {...{parties, index, wording}} />
        </EntryRemarks>
      </Stack>
    </Card>
  )
}
