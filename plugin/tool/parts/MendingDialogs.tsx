import {SrOnly} from '@sanity/ui'
import type {Wording} from './evidence-words.ts'
import type {FactsIndex} from './facts-index.ts'
import {MessageDialog} from './MessageDialog.tsx'
import {RepairDialog} from './RepairDialog.tsx'
import {UndoDialog} from './UndoDialog.tsx'
import type {Mending} from './use-mending.tsx'

type MendingDialogsProps = {mending: Mending; index: FactsIndex; wording: Wording}

/** The one dialog that mends, the one that takes back, the one that tells, and the region that says what came of it. */
export function MendingDialogs({
  mending: {repairing, undoing, telling, said},
  index,
  wording,
}: MendingDialogsProps) {
  return (
    <>
      <RepairDialog repairing={repairing} index={index} />
      <UndoDialog undoing={undoing} names={index} wording={wording} />
      <MessageDialog telling={telling} wording={wording} />
      <SrOnly as="output" aria-live="polite">
        {said}
      </SrOnly>
    </>
  )
}
