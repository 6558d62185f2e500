import type {Entry} from '../../core/contract/entry.ts'
import type {Fault} from '../../core/contract/fault.ts'
import type {Choice, Preview, PreviewRequest, Receipt, RepairKind} from '../../core/contract/repair.ts'

/** One repair on its way from the click to the receipt. */
export type RepairFlow =
  | {step: 'closed'}
  /** A person has to settle something first. */
  | {step: 'choosing'; entry: Entry; kind: RepairKind; picked: Choice | null}
  | {step: 'previewing'; entry: Entry; request: PreviewRequest; changed: boolean}
  | {
      step: 'shown'
      entry: Entry
      request: PreviewRequest
      preview: Preview
      changed: boolean
      fault: Fault | null
    }
  | {step: 'writing'; entry: Entry; request: PreviewRequest; preview: Preview; changed: boolean}
  | {step: 'refused'; entry: Entry; request: PreviewRequest; fault: Fault}
  | {step: 'done'; entry: Entry; receipt: Receipt}

export type RepairFlowAction =
  | {type: 'choose'; entry: Entry; kind: RepairKind; picked: Choice | null}
  | {type: 'ask'; entry: Entry; request: PreviewRequest; changed?: boolean}
  | {type: 'previewed'; preview: Preview}
  | {type: 'confirmed'}
  | {type: 'failed'; fault: Fault}
  | {type: 'done'; receipt: Receipt}
  | {type: 'close'}

/** What happens next. An answer to a question that nobody waits for any more changes nothing. */
export function reduceRepairFlow(flow: RepairFlow, action: RepairFlowAction): RepairFlow {
  switch (action.type) {
    case 'choose':
      return {step: 'choosing', entry: action.entry, kind: action.kind, picked: action.picked}
    case 'ask':
      return {
        step: 'previewing',
        entry: action.entry,
        request: action.request,
        changed: action.changed ?? false,
      }
    case 'previewed':
      return flow.step === 'previewing'
        ? {...flow, step: 'shown', preview: action.preview, fault: null}
        : flow
    case 'confirmed': {
      if (flow.step !== 'shown') return flow
      const {entry, request, preview, changed} = flow
      return {step: 'writing', entry, request, preview, changed}
    }
    case 'failed':
      if (flow.step === 'writing') return {...flow, step: 'shown', fault: action.fault}
      if (flow.step !== 'previewing') return flow
      return {step: 'refused', entry: flow.entry, request: flow.request, fault: action.fault}
    case 'done':
      return flow.step === 'writing' ? {step: 'done', entry: flow.entry, receipt: action.receipt} : flow
    case 'close':
  }
  return {step: 'closed'}
}

/**
 * What a repair of an entry asks for: the browser names the payment or the pass, never a document.
 *
 * @param kind another repair than the one that is proposed, such as dismissing
 */
export function requestFor(
  entry: Entry,
  choice?: Choice,
  reason?: string,
  kind = entry.repair?.kind,
): PreviewRequest | null {
  const {payment, entitlements} = entry
  const [entitlement] = entitlements
  if (kind === undefined) return null
  const subject = payment === null ? (entitlement === undefined ? null : {entitlement}) : {payment}
  if (subject === null) return null
  return {
    subject,
    kind,
    ...(choice === undefined ? {} : {choice}),
    ...(reason === undefined ? {} : {reason}),
  }
}

/** Ending something that nobody proposed to end, giving something away or passing it over is never done without saying why. */
export function needsReason(
  {kind, choice}: Pick<PreviewRequest, 'kind' | 'choice'>,
  {repair}: Pick<Entry, 'repair'>,
): boolean {
  if (kind === 'revoke') return repair?.kind !== 'revoke'
  return kind === 'mark_complimentary' || kind === 'dismiss' || choice?.start === 'today'
}
