import type {RepairKind} from '../../core/contract/repair.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Wording} from './evidence-words.ts'
import {LateDialog} from './LateDialog.tsx'
import {MessageDialog, RepairDialog, UndoDialog} from './later-dialogs.ts'
import type {RepairFlow} from './repair-flow.ts'
import type {Mending} from './use-mending.tsx'

type MendingDialogsProps = {mending: Mending; index: FactsIndex; wording: Wording}

/** The one dialog that mends, the one that takes back, and the one that tells. */
export function MendingDialogs({
  mending: {repairing, undoing, telling},
  index,
  wording,
}: MendingDialogsProps) {
  const {text} = wording
  const kind = kindOf(repairing.flow)
  return (
    <>
      {kind === null ? null : (
        <LateDialog title={text(`verb.${kind}`)} onClose={repairing.close}>
          <RepairDialog repairing={repairing} index={index} />
        </LateDialog>
      )}
      {undoing.flow.step === 'closed' ? null : (
        <LateDialog title={text('undo.button')} onClose={undoing.close}>
          <UndoDialog undoing={undoing} names={index} wording={wording} />
        </LateDialog>
      )}
      {telling.open === null ? null : (
        <LateDialog title={text('message.tell')} onClose={telling.close}>
          <MessageDialog telling={telling} wording={wording} />
        </LateDialog>
      )}
    </>
  )
}

/** What a repair is about to do; null while there is none. */
function kindOf(flow: RepairFlow): RepairKind | null {
  if (flow.step === 'closed' || flow.step === 'done') return null
  return flow.step === 'choosing' ? flow.kind : flow.request.kind
}
