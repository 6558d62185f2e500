import {Button, Flex, Stack} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import {BusyButton} from './BusyButton.tsx'
import type {Fault, FaultCode} from '../../core/contract/fault.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from './FaultCard.tsx'
import {refusedUndo} from './refused-undo.ts'

/** Faults that asking again cannot change: the way on is to leave. */
const FINAL: ReadonlySet<FaultCode> = new Set([
  'forbidden',
  'not_repairable',
  'already_repaired',
  'used_since',
])

type FlowFooterProps = {
  /** What the button says that writes. */
  confirm: string
  canConfirm: boolean
  isWriting: boolean
  fault: Fault | null
  onConfirm: () => void
  onAskAgain: () => void
  onClose: () => void
}

/** What can be done with what is shown above, and what came of it: beside the button, where the eye is. */
export function FlowFooter(props: FlowFooterProps) {
  const {confirm, canConfirm, isWriting, fault, onConfirm, onAskAgain, onClose} = props
  const text = useText()
  const isOver = fault !== null && FINAL.has(fault.code)
  return (
    <Stack gap={3} paddingX={4} paddingY={3}>
      {fault === null ? null : (
        <FaultCard
          fault={fault}
          action={refusedUndo(fault, text)}
          {...(isOver ? {} : {onRetry: onAskAgain})}
        />
      )}
      <Flex gap={2} justify="flex-end">
        <Button
          mode={isOver ? 'ghost' : 'bleed'}
          fontSize={1}
          text={text(isOver ? 'tool.close' : 'repair.cancel')}
          onClick={onClose}
          disabled={isWriting}
        />
        {(canConfirm && !isOver) || isWriting ? (
          <ConfirmButton words={confirm} isWriting={isWriting} onConfirm={onConfirm} />
        ) : null}
      </Flex>
    </Stack>
  )
}

type ConfirmButtonProps = {words: string; isWriting: boolean; onConfirm: () => void}

/** Has the focus as soon as there is something to confirm, so that g and Enter are enough. */
function ConfirmButton({words, isWriting, onConfirm}: ConfirmButtonProps) {
  const text = useText()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // After the dialog, which may have come with it, has put the focus on its close button.
    const frame = requestAnimationFrame(() => button.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <BusyButton
      ref={button}
      fontSize={1}
      text={isWriting ? text('repair.writing') : words}
      isBusy={isWriting}
      aria-disabled={isWriting}
      onClick={onConfirm}
    />
  )
}
