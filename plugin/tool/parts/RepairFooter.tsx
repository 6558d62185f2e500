import {useText} from '../../i18n/use-text.ts'
import {FlowFooter} from './FlowFooter.tsx'
import type {Repairing} from './use-repair-flow.ts'

/** The way on from a preview of a repair. */
export function RepairFooter({repairing}: {repairing: Repairing}) {
  const {flow, confirm, close, askAgain} = repairing
  const text = useText()
  return (
    <FlowFooter
      confirm={text('repair.confirm')}
      canConfirm={flow.step === 'shown'}
      isWriting={flow.step === 'writing'}
      fault={flow.step === 'shown' || flow.step === 'refused' ? flow.fault : null}
      onConfirm={confirm}
      onAskAgain={askAgain}
      onClose={close}
    />
  )
}
