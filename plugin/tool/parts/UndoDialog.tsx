import {Box, Dialog, Flex, Stack, Text} from '@sanity/ui'
import type {DocumentChange} from '../../core/contract/change.ts'
import type {Preview} from '../../core/contract/repair.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {FlowFooter} from './FlowFooter.tsx'
import type {Wording} from './evidence-words.ts'
import {useFullWording} from './use-full-wording.ts'
import {LineTable} from './LineTable.tsx'
import type {Names} from './names.ts'
import {RawDocuments} from './PreviewChanges.tsx'
import type {Undoable} from './undo-flow.ts'
import {ReturnFocus} from './ReturnFocus.tsx'
import type {UndoingFlow} from './use-undo-flow.ts'
import {undoLines} from './written-lines.ts'
import {Spinning} from './Spinning.tsx'

type UndoDialogProps = {undoing: UndoingFlow; names: Names; wording: Wording}

/** What would be put back, before it is. */
export function UndoDialog({undoing, names, wording}: UndoDialogProps) {
  const {flow, confirm, close, askAgain} = undoing
  const text = useText()
  if (flow.step === 'closed') return null
  const {kind, whose} = flow.of
  return (
    <Dialog
      id="passes-undo"
      header={text('undo.title', {what: text(`verb.${kind}`), whose})}
      width={1}
      onClose={close}
      onClickOutside={close}
      footer={
        <FlowFooter
          confirm={text('undo.confirm')}
          canConfirm={flow.step === 'shown'}
          isWriting={flow.step === 'writing'}
          fault={flow.step === 'shown' || flow.step === 'refused' ? flow.fault : null}
          onConfirm={confirm}
          onAskAgain={askAgain}
          onClose={close}
        />
      }
    >
      <Box padding={4}>
        <Body undoing={undoing} names={names} wording={wording} />
        <ReturnFocus />
      </Box>
    </Dialog>
  )
}

function Body({undoing: {flow}, names, wording}: UndoDialogProps) {
  const text = useText()
  if (flow.step === 'closed' || flow.step === 'refused') return null
  if (flow.step === 'previewing') {
    return (
      <Flex gap={3} align="center" padding={4} justify="center" as="output">
        <Spinning />
        <Text size={1} muted>
          {text('undo.reading')}
        </Text>
      </Flex>
    )
  }
  return <PutBack of={flow.of} preview={flow.preview} names={names} wording={wording} />
}

type PutBackProps = Pick<UndoDialogProps, 'names' | 'wording'> & {of: Undoable; preview: Preview}

function PutBack({of, preview, names, wording: brief}: PutBackProps) {
  const wording = useFullWording(brief)
  const {text} = wording
  const {schema} = usePasses()
  const documents = preview.documents.map(schema.readChange)
  const passes = undoLines(documents, of.record, names, wording)
  return (
    <Stack gap={4}>
      {passes.length === 0 ? <Text size={1}>{text('undo.will_nothing')}</Text> : null}
      {passes.map(({id, lines}) => (
        <Stack gap={3} key={id}>
          <Text size={1} weight="medium">
            {text(isEnded(documents, id) ? 'undo.will_end' : 'undo.will_restore')}
          </Text>
          <LineTable lines={[...lines, {label: text('repair.document_id'), value: id, before: null}]} />
        </Stack>
      ))}
      <Text size={1} muted>
        {text('undo.and_record')}
      </Text>
      {preview.documents.length === 0 ? null : <RawDocuments documents={preview.documents} />}
    </Stack>
  )
}

/** A pass that the repair had made: it is ended, with the reason that only an undo gives. */
function isEnded(documents: readonly DocumentChange[], id: string): boolean {
  return documents.some(
    (document) =>
      'patch' in document &&
      document.patch.id === id &&
      document.patch.set['deactivationReason'] === 'undone',
  )
}
