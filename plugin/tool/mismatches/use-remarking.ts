import {useState} from 'react'
import type {Fault} from '../../core/contract/fault.ts'
import type {RemarkRequest} from '../../core/contract/remark.ts'
import {useRemarks} from '../../hooks/use-remarks.ts'
import {asFault} from '../../live/as-fault.ts'

export type Remarking = {
  isSaving: boolean
  /** The last one could not be kept. */
  fault: Fault | null
  /** Whether it is kept now. */
  say: (request: RemarkRequest) => Promise<boolean>
}

/** Remarks on their way to the function. */
export function useRemarking(school: string): Remarking {
  const remark = useRemarks(school)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const say = async (request: RemarkRequest) => {
    setIsSaving(true)
    setFault(null)
    const failed = await remark(request).then(() => null, asFault)
    setFault(failed)
    setIsSaving(false)
    return failed === null
  }
  return {isSaving, fault, say}
}
