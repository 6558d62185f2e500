import {useToast} from '@sanity/ui/toast'
import {useReducer, useRef} from 'react'
import type {Receipt} from '../../core/contract/repair.ts'
import {useUndo} from '../../hooks/use-undo.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {asFault} from '../../live/as-fault.ts'
import {reduceUndoFlow, type Undoable, type UndoFlow} from './undo-flow.ts'

export type UndoingFlow = {
  flow: UndoFlow
  start: (of: Undoable) => void
  confirm: () => void
  /** After a refusal: asks the same again. */
  askAgain: () => void
  close: () => void
}

/**
 * One undo from the click to the receipt: one request that previews, one that writes.
 *
 * @example const undoing = useUndoFlow(school.id); undoing.start({id: record.id, kind: 'grant', whose, record})
 */
export function useUndoFlow(school: string, onDone?: (of: Undoable, receipt: Receipt) => void): UndoingFlow {
  const text = useFirstText()
  const {push} = useToast()
  const {preview, undo} = useUndo(school)
  const [flow, dispatch] = useReducer(reduceUndoFlow, {step: 'closed'})
  const asking = useRef<AbortController | null>(null)

  const ask = async (of: Undoable) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    dispatch({type: 'ask', of})
    try {
      const shown = await preview(of.id, {signal: mine.signal})
      if (!mine.signal.aborted) dispatch({type: 'previewed', preview: shown})
    } catch (error) {
      if (!mine.signal.aborted) dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const write = async () => {
    if (flow.step !== 'shown') return
    const {of} = flow
    dispatch({type: 'confirmed'})
    try {
      const receipt = await undo(of.id)
      dispatch({type: 'close'})
      push({
        // In the place of what offers to take it back.
        id: of.id,
        status: 'success',
        title: text('undo.done', {what: text(`verb.${of.kind}`)}),
        description: of.whose,
      })
      onDone?.(of, receipt)
    } catch (error) {
      dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  return {
    flow,
    start: (of) => void ask(of),
    confirm: () => void write(),
    askAgain() {
      if (flow.step === 'refused' || flow.step === 'shown') void ask(flow.of)
    },
    close() {
      // What is being written is written: the receipt must not arrive at a closed door.
      if (flow.step === 'writing') return
      asking.current?.abort()
      dispatch({type: 'close'})
    },
  }
}
