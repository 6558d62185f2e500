import {Box, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'
import {ChoiceForm} from './ChoiceForm.tsx'
import {entryParties} from '../../engine/entry-parties.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {PreviewChanges} from './PreviewChanges.tsx'
import type {RepairFlow} from './repair-flow.ts'
import {RepairFooter} from './RepairFooter.tsx'
import {grantVerb, repairVerb} from './repair-verb.ts'
import type {Repairing} from './use-repair-flow.ts'
import {ReturnFocus} from './ReturnFocus.tsx'
import {Spinning} from './Spinning.tsx'

type RepairDialogProps = {
  repairing: Repairing
  index: FactsIndex
}

/** What would be written, before it is: in words and field by field, with one button that writes it. */
export function RepairDialog({repairing, index}: RepairDialogProps) {
  const {flow, close} = repairing
  const text = useText()
  if (flow.step === 'closed' || flow.step === 'done') return null
  const student = entryParties(flow.entry, index).studentName ?? text('entry.nobody')
  return (
    <Dialog
      id="passes-repair"
      header={text('repair.title', {verb: verbOf(flow, text), student})}
      width={1}
      onClose={close}
      onClickOutside={close}
      footer={flow.step === 'choosing' ? null : <RepairFooter repairing={repairing} />}
    >
      <Box padding={4}>
        <Body repairing={repairing} index={index} />
        <ReturnFocus />
      </Box>
    </Dialog>
  )
}

function verbOf(
  flow: Exclude<RepairFlow, {step: 'closed' | 'done'}>,
  text: ReturnType<typeof useText>,
): string {
  if ((flow.step === 'shown' || flow.step === 'writing') && flow.preview.kind === 'grant') {
    return grantVerb(flow.preview.changes, text)
  }
  const kind = flow.step === 'choosing' ? flow.kind : flow.request.kind
  if (kind !== flow.entry.repair?.kind) return text(`verb.${kind}`)
  return repairVerb(flow.entry, text) ?? text('verb.choose')
}

function Body({repairing, index}: RepairDialogProps) {
  const {flow, choose, close} = repairing
  const text = useText()
  switch (flow.step) {
    case 'closed':
    case 'done':
    case 'refused':
      return null
    case 'choosing':
      return (
        <ChoiceForm
          key={flow.entry.key}
          entry={flow.entry}
          kind={flow.kind}
          index={index}
          picked={flow.picked}
          onChoose={choose}
          onCancel={close}
        />
      )
    case 'previewing':
      return (
        <Flex gap={3} align="center" padding={4} justify="center" as="output">
          <Spinning />
          <Text size={1} muted>
            {text(flow.changed ? 'fault.plan_changed.title' : 'repair.reading')}
          </Text>
        </Flex>
      )
    case 'shown':
    case 'writing':
  }
  return (
    <Stack gap={4}>
      {flow.changed ? <ChangedNotice /> : null}
      <PreviewChanges preview={flow.preview} index={index} />
    </Stack>
  )
}

function ChangedNotice() {
  const text = useText()
  return (
    <Card tone="caution" border radius={2} padding={3} role="alert">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {text('fault.plan_changed.title')}
        </Text>
        <Text size={1}>{text('repair.changed')}</Text>
      </Stack>
    </Card>
  )
}
