import {Dialog} from '@sanity/ui'
import type {ReactNode} from 'react'
import {Late} from './Late.tsx'
import {ReturnFocus} from './ReturnFocus.tsx'

type LateDialogProps = {
  /** What is about to be done. */
  title: string
  onClose: () => void
  children: ReactNode
}

/** Around a dialog whose code comes lately: it opens after a moment, whatever is still on its way. */
export function LateDialog({title, onClose, children}: LateDialogProps) {
  return (
    <Late
      renderFrame={(what) => (
        <Dialog id="passes-late" header={title} width={1} onClose={onClose} onClickOutside={onClose}>
          {what}
          <ReturnFocus />
        </Dialog>
      )}
    >
      {children}
    </Late>
  )
}
