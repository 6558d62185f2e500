import {useToast} from '@sanity/ui/toast'
import {useReducer, useRef} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import {Fault} from '../../core/contract/fault.ts'
import type {Choice, PreviewRequest, Receipt} from '../../core/contract/repair.ts'
import {useRepair} from '../../hooks/use-repair.ts'
import {reduceRepairFlow, requestFor, type RepairFlow} from './repair-flow.ts'

export type Repairing = {
  flow: RepairFlow
  /** The verb's button: shows what would be written, or asks first what only a person can settle. */
  start: (entry: Entry, choice?: Choice) => void
  choose: (choice: Choice, reason?: string) => void
  confirm: () => void
  /** After a refusal: asks the same again. */
  askAgain: () => void
  close: () => void
}

type Options = {
  onDone?: (entry: Entry, receipt: Receipt) => void
  /** Words for the toast: what was done, and for whom. */
  describe: (entry: Entry) => {title: string; description: string}
}

/**
 * One repair from the click to the receipt: one request that previews, one that writes.
 *
 * @example
 * const repairing = useRepairFlow(school.id, {describe})
 * <Button onClick={() => repairing.start(entry)} />
 * <RepairDialog repairing={repairing} index={index} />
 */
export function useRepairFlow(school: string, {onDone, describe}: Options): Repairing {
  const [flow, dispatch] = useReducer(reduceRepairFlow, {step: 'closed'})
  const {preview, repair} = useRepair(school)
  const {push} = useToast()
  const asking = useRef<AbortController | null>(null)

  const ask = async (entry: Entry, request: PreviewRequest, changed = false) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    dispatch({type: 'ask', entry, request, changed})
    try {
      const shown = await preview(request, {signal: mine.signal})
      if (!mine.signal.aborted) dispatch({type: 'previewed', preview: shown})
    } catch (error) {
      if (!mine.signal.aborted) dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const write = async () => {
    if (flow.step !== 'shown') return
    const {entry, request} = flow
    dispatch({type: 'confirmed'})
    try {
      const receipt = await repair({...request, plan: flow.preview.plan})
      dispatch({type: 'done', receipt})
      push({status: 'success', closable: true, ...describe(entry)})
      onDone?.(entry, receipt)
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
      const unsettled = choice === undefined && request.kind === 'choose'
      if (unsettled || needsReason(request)) dispatch({type: 'choose', entry, picked: choice ?? null})
      else void ask(entry, request)
    },
    choose(choice, reason) {
      if (flow.step !== 'choosing') return
      const request = requestFor(flow.entry, choice, reason)
      if (request) void ask(flow.entry, request)
    },
    confirm: () => void write(),
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

/** Ending or giving something away is never done without saying why. */
export function needsReason({kind, choice}: Pick<PreviewRequest, 'kind' | 'choice'>): boolean {
  return kind === 'mark_complimentary' || kind === 'dismiss' || choice?.start === 'today'
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  return new Fault(
    'internal',
    error instanceof Error ? error.message : String(error),
    {in: 'browser'},
    {cause: error},
  )
}
