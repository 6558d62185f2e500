import {lazy, Suspense} from 'react'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Wording} from './evidence-words.ts'
import type {Mending} from './use-mending.tsx'

// Loaded beside the first preview, which takes longer: a list that nobody repairs does without.
const RepairDialog = lazy(() =>
  import('./RepairDialog.tsx').then((module) => ({default: module.RepairDialog})),
)
const UndoDialog = lazy(() => import('./UndoDialog.tsx').then((module) => ({default: module.UndoDialog})))
const MessageDialog = lazy(() =>
  import('./MessageDialog.tsx').then((module) => ({default: module.MessageDialog})),
)

type MendingDialogsProps = {mending: Mending; index: FactsIndex; wording: Wording}

/** The one dialog that mends, the one that takes back, and the one that tells. */
export function MendingDialogs({
  mending: {repairing, undoing, telling},
  index,
  wording,
}: MendingDialogsProps) {
  return (
    <Suspense>
      {repairing.flow.step === 'closed' ? null : <RepairDialog repairing={repairing} index={index} />}
      {undoing.flow.step === 'closed' ? null : (
        <UndoDialog undoing={undoing} names={index} wording={wording} />
      )}
      {telling.open === null ? null : <MessageDialog telling={telling} wording={wording} />}
    </Suspense>
  )
}
