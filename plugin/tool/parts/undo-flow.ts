import type {Fault} from '../../core/contract/fault.ts'
import type {KeptRecord, Preview, RepairKind} from '../../core/contract/repair.ts'

/** A repair that may be taken back, as much of it as is known where the question comes up. */
export type Undoable = {
  id: string
  kind: RepairKind
  /** Whom it is about, in words. */
  whose: string
  /** The whole record, where it is at hand: it says what stands there now. */
  record: KeptRecord | null
}

/** Taking one repair back, from the click to the receipt. */
export type UndoFlow =
  | {step: 'closed'}
  | {step: 'previewing'; of: Undoable}
  | {step: 'shown'; of: Undoable; preview: Preview; fault: Fault | null}
  | {step: 'writing'; of: Undoable; preview: Preview}
  | {step: 'refused'; of: Undoable; fault: Fault}

export type UndoFlowAction =
  | {type: 'ask'; of: Undoable}
  | {type: 'previewed'; preview: Preview}
  | {type: 'confirmed'}
  | {type: 'failed'; fault: Fault}
  | {type: 'close'}

/** What happens next. An answer that nobody waits for any more changes nothing. */
export function reduceUndoFlow(flow: UndoFlow, action: UndoFlowAction): UndoFlow {
  switch (action.type) {
    case 'ask':
      return {step: 'previewing', of: action.of}
    case 'previewed':
      return flow.step === 'previewing'
        ? {step: 'shown', of: flow.of, preview: action.preview, fault: null}
        : flow
    case 'confirmed':
      return flow.step === 'shown' ? {step: 'writing', of: flow.of, preview: flow.preview} : flow
    case 'failed':
      if (flow.step === 'writing') return {...flow, step: 'shown', fault: action.fault}
      return flow.step === 'previewing' ? {step: 'refused', of: flow.of, fault: action.fault} : flow
    case 'close':
  }
  return {step: 'closed'}
}
