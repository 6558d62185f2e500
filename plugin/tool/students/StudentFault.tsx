import type {Fault} from '../../core/contract/fault.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'

/** A student that the function does not know is most often a document that was never published. */
export function StudentFault({fault, onRetry}: {fault: Fault; onRetry: () => void}) {
  const text = useText()
  if (fault.code !== 'not_found') return <FaultCard fault={fault} onRetry={onRetry} />
  return (
    <FaultCard
      action={text('students.unknown.action')}
      button={text('fault.try_again')}
      onRetry={onRetry}
      title={text('students.unknown.title')}
    />
  )
}
