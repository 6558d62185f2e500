import {Box, Button, Card, Flex, Grid, Label, Stack, Text} from '@sanity/ui'
import type {Choice, RepairKind, RepairRecord} from '../../core/contract/repair.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import {choiceWords} from '../parts/choice-words.ts'
import {CopyProof} from '../parts/CopyProof.tsx'
import {EarnedPass} from '../parts/EarnedPass.tsx'
import {EntryLinks} from '../parts/EntryLinks.tsx'
import {EvidenceList} from '../parts/EvidenceList.tsx'
import type {Wording} from '../parts/evidence-words.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {entryParties} from '../../engine/entry-parties.ts'
import type {Row} from '../../engine/rows.ts'
import {HeldPass} from '../parts/HeldPass.tsx'
import {PaymentFacts} from '../parts/PaymentFacts.tsx'
import {otherRepairs} from '../parts/other-repairs.ts'
import {repairVerb} from '../parts/repair-verb.ts'
import {EntryRecords} from './EntryRecords.tsx'
import {EntryRemarks} from './EntryRemarks.tsx'

type EntryDetailsProps = {
  row: Row
  index: FactsIndex
  wording: Wording
  onRepair: (choice?: Choice) => void
  onOther: (kind: RepairKind) => void
  onUndo: (record: RepairRecord) => void
}

/** Everything that is known of one entry: the payment, the passes, why, and the other candidates. */
export function EntryDetails({row, index, wording, onRepair, onOther, onUndo}: EntryDetailsProps) {
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
        <EntryRemarks row={row} index={index} wording={wording} />
        <EntryRecords row={row} index={index} wording={wording} onUndo={onUndo} />
        <Candidates row={row} index={index} wording={wording} onRepair={onRepair} />
        <Others entry={entry} wording={wording} onOther={onOther} />
        <Flex gap={2} wrap="wrap">
          <EntryLinks parties={parties} index={index} />
          <CopyProof parties={parties} wording={wording} />
        </Flex>
      </Stack>
    </Card>
  )
}

type CandidatesProps = Pick<EntryDetailsProps, 'row' | 'index' | 'wording' | 'onRepair'>

/** The other candidates, one click away; where there is nothing to click, what that means. */
function Candidates({row: {entry}, index, wording: {text}, onRepair}: CandidatesProps) {
  const choices = entry.repair?.choices ?? []
  if (repairVerb(entry, text) === null && isMismatch(entry.verdict)) {
    return <Text size={1}>{text('entry.nothing_automatic')}</Text>
  }
  if (choices.length === 0) return null
  return (
    <Flex gap={2} wrap="wrap">
      {choices.map((choice) => (
        <Box key={JSON.stringify(choice)}>
          <Button
            mode="ghost"
            fontSize={1}
            padding={3}
            text={choiceWords(choice, index, text)}
            onClick={() => onRepair(choice)}
          />
        </Box>
      ))}
    </Flex>
  )
}

type OthersProps = {entry: Row['entry']} & Pick<EntryDetailsProps, 'wording' | 'onOther'>

/** What a person may decide beside what is proposed; each asks for the reason first. */
function Others({entry, wording: {text}, onOther}: OthersProps) {
  const kinds = otherRepairs(entry)
  if (kinds.length === 0) return null
  return (
    <Flex gap={2} wrap="wrap">
      {kinds.map((kind) => (
        <Button
          key={kind}
          mode="bleed"
          fontSize={1}
          padding={2}
          text={`${text(`verb.${kind}`)}…`}
          onClick={() => onOther(kind)}
        />
      ))}
    </Flex>
  )
}
