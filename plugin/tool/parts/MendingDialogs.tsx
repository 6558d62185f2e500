import {SrOnly} from '@sanity/ui'
import type {Wording} from './evidence-words.ts'
import type {FactsIndex} from './facts-index.ts'
import {RepairDialog} from './RepairDialog.tsx'
import {UndoDialog} from './UndoDialog.tsx'
import type {Mending} from './use-mending.tsx'

type MendingDialogsProps = {mending: Mending; index: FactsIndex; wording: Wording}

/** The one dialog that mends, the one that takes back, and the region that says what came of it. */
export function MendingDialogs({mending: {repairing, undoing, said}, index, wording}: MendingDialogsProps) {
  return (
    <>
      <RepairDialog repairing={repairing} index={index} />
      <UndoDialog undoing={undoing} names={index} wording={wording} />
      <SrOnly as="output" aria-live="polite">
        {said}
      </SrOnly>
    </>
  )
}
