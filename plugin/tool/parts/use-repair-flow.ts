import {useReducer, useRef} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {Choice, PreviewRequest, Receipt, RepairKind} from '../../core/contract/repair.ts'
import {useRepair} from '../../hooks/use-repair.ts'
import {asFault} from '../../live/as-fault.ts'
import {answersAll, asksAnything, openQuestions} from './open-questions.ts'
import {needsReason, reduceRepairFlow, requestFor, type RepairFlow} from './repair-flow.ts'

export type Repairing = {
  flow: RepairFlow
  /** The verb's button: shows what would be written, or asks first what only a person can settle. */
  start: (entry: Entry, choice?: Choice) => void
  /** Another repair than the proposed one, such as dismissing: asks why, then shows what would be written. */
  startOther: (entry: Entry, kind: RepairKind) => void
  /** A request that was put together elsewhere: shows what would be written. */
  ask: (entry: Entry, request: PreviewRequest) => void
  choose: (choice: Choice | undefined, reason?: string) => void
  confirm: () => void
  /** After a refusal: asks the same again. */
  askAgain: () => void
  close: () => void
}

type Options = {
  onDone: (entry: Entry, receipt: Receipt) => void
}

/**
 * One repair from the click to the receipt: one request that previews, one that writes.
 *
 * @example
 * const repairing = useRepairFlow(school.id, {onDone})
 * <Button onClick={() => repairing.start(entry)} />
 * <RepairDialog repairing={repairing} index={index} />
 */
export function useRepairFlow(school: string, {onDone}: Options): Repairing {
  const [flow, dispatch] = useReducer(reduceRepairFlow, {step: 'closed'})
  const {preview, repair} = useRepair(school)
  const asking = useRef<AbortController | null>(null)

  const ask = async (entry: Entry, request: PreviewRequest, changed = false) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    dispatch({type: 'ask', entry, request, changed})
    try {
      const shown = await preview(request, {signal: mine.signal})
      if (mine.signal.aborted) return
      dispatch({type: 'previewed', preview: shown})
      // Dismissing changes no pass: there is nothing to look at, and the reason was given already.
      if (request.kind === 'dismiss' && shown.documents.length === 0) await write(entry, request, shown.plan)
    } catch (error) {
      if (!mine.signal.aborted) dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const write = async (entry: Entry, request: PreviewRequest, plan: string) => {
    dispatch({type: 'confirmed'})
    try {
      const receipt = await repair({...request, plan})
      dispatch({type: 'done', receipt})
      onDone(entry, receipt)
      dispatch({type: 'close'})
    } catch (error) {
      const fault = asFault(error)
      if (fault.code === 'plan_changed') void ask(entry, request, true)
      else dispatch({type: 'failed', fault})
    }
  }

  return {
    flow,
    start(entry, choice) {
      const request = requestFor(entry, choice)
      if (request === null) return
      const open = openQuestions(entry)
      if (request.kind === 'choose' && !asksAnything(open)) return
      const unsettled = request.kind === 'choose' && !answersAll(open, choice ?? {})
      if (unsettled || needsReason(request, entry)) {
        dispatch({type: 'choose', entry, kind: request.kind, picked: choice ?? null})
      } else void ask(entry, request)
    },
    startOther: (entry, kind) => dispatch({type: 'choose', entry, kind, picked: null}),
    ask: (entry, request) => void ask(entry, request),
    choose(choice, reason) {
      if (flow.step !== 'choosing') return
      const request = requestFor(flow.entry, choice, reason, flow.kind)
      if (request) void ask(flow.entry, request)
    },
    confirm() {
      if (flow.step === 'shown') void write(flow.entry, flow.request, flow.preview.plan)
    },
    askAgain() {
      if (flow.step === 'refused' || flow.step === 'shown') void ask(flow.entry, flow.request)
    },
    close() {
      // What is being written is written: the receipt must not arrive at a closed door.
      if (flow.step === 'writing') return
      asking.current?.abort()
      dispatch({type: 'close'})
    },
  }
}
