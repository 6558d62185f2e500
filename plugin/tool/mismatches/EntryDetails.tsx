import {Box, Button, Card, Flex, Grid, Label, Stack, Text} from '@sanity/ui'
import type {Choice} from '../../core/contract/repair.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import {choiceWords} from '../parts/choice-words.ts'
import {EarnedPass} from '../parts/EarnedPass.tsx'
import {EntryLinks} from '../parts/EntryLinks.tsx'
import {EvidenceList} from '../parts/EvidenceList.tsx'
import type {Wording} from '../parts/evidence-words.ts'
import type {FactsIndex} from '../parts/facts-index.ts'
import {HeldPass} from '../parts/HeldPass.tsx'
import {PaymentFacts} from '../parts/PaymentFacts.tsx'
import {repairVerb} from '../parts/repair-verb.ts'
import type {Row} from './select-entries.ts'

type EntryDetailsProps = {
  row: Row
  index: FactsIndex
  wording: Wording
  onRepair: (choice?: Choice) => void
}

/** Everything that is known of one entry: the payment, the passes, why, and the other candidates. */
export function EntryDetails({row, index, wording, onRepair}: EntryDetailsProps) {
  const {entry, payment, held} = row
  const {text, times} = wording
  const records = (index.records.get(payment?.id ?? entry.key) ?? []).slice(0, 3)
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
        {records.map((record) => (
          <Text key={record.id} size={1} muted>
            {`${text(`verb.${record.kind}`)}: ${text('entry.repaired', {who: record.actor.name, when: times.dateTime(record.at)})}`}
          </Text>
        ))}
        {entry.dismissed === null ? null : (
          <Text size={1} muted>
            {text('entry.dismissed', {by: entry.dismissed.by, reason: entry.dismissed.reason})}
          </Text>
        )}
        <Candidates row={row} index={index} wording={wording} onRepair={onRepair} />
        <EntryLinks parties={row} index={index} />
      </Stack>
    </Card>
  )
}

/** The other candidates, one click away; where there is nothing to click, what that means. */
function Candidates({row: {entry}, index, wording: {text}, onRepair}: EntryDetailsProps) {
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
