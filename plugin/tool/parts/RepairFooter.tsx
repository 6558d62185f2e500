import {Button, Flex, Stack} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import type {FaultCode} from '../../core/contract/fault.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from './FaultCard.tsx'
import type {Repairing} from './use-repair-flow.ts'

/** Faults that asking again cannot change: the way on is to leave. */
const FINAL: ReadonlySet<FaultCode> = new Set([
  'forbidden',
  'not_repairable',
  'already_repaired',
  'used_since',
])

/** What can be done with what is shown above, and what came of it: beside the button, where the eye is. */
export function RepairFooter({repairing}: {repairing: Repairing}) {
  const {flow, confirm, close, askAgain} = repairing
  const text = useText()
  const isWriting = flow.step === 'writing'
  const fault = flow.step === 'shown' || flow.step === 'refused' ? flow.fault : null
  const isOver = fault !== null && FINAL.has(fault.code)
  return (
    <Stack gap={3} padding={3}>
      {fault === null ? null : <FaultCard fault={fault} {...(isOver ? {} : {onRetry: askAgain})} />}
      <Flex gap={2} justify="flex-end">
        <Button
          mode={isOver ? 'ghost' : 'bleed'}
          fontSize={1}
          text={text(isOver ? 'tool.close' : 'repair.cancel')}
          onClick={close}
          disabled={isWriting}
        />
        {(flow.step === 'shown' && !isOver) || isWriting ? (
          <ConfirmButton isWriting={isWriting} onConfirm={confirm} />
        ) : null}
      </Flex>
    </Stack>
  )
}

/** Has the focus as soon as there is something to confirm, so that g and Enter are enough. */
function ConfirmButton({isWriting, onConfirm}: {isWriting: boolean; onConfirm: () => void}) {
  const text = useText()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button
      ref={button}
      fontSize={1}
      text={text(isWriting ? 'repair.writing' : 'repair.confirm')}
      loading={isWriting}
      aria-disabled={isWriting}
      onClick={onConfirm}
    />
  )
}
