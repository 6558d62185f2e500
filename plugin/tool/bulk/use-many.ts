import {useReducer, useRef} from 'react'
import type {Preview} from '../../core/contract/repair.ts'
import {asFault} from '../../live/as-fault.ts'
import {planned, reduceMany, retriable, type Check, type ManyFlow, type Outcome} from './many-flow.ts'

export type Many<Item extends {key: string}> = {
  flow: ManyFlow<Item>
  start: (items: readonly Item[]) => void
  confirm: () => void
  /** Sends the rows that failed once more, as they were shown. */
  retry: () => void
  close: () => void
}

type ManyOptions<Item> = {
  /** Asks what each row would write; what it does not answer before it throws has failed. */
  check: (
    items: readonly Item[],
    onChecked: (checks: readonly (readonly [string, Check])[]) => void,
    signal: AbortSignal,
  ) => Promise<void>
  run: (
    rows: readonly {item: Item; preview: Preview}[],
    onRow: (key: string, outcome: Outcome) => void,
  ) => Promise<void>
  onEnd?: () => void
}

/** Many repairs, or many undoings: everything is shown first, then carried out row by row. */
export function useMany<Item extends {key: string}>({check, run, onEnd}: ManyOptions<Item>): Many<Item> {
  const [flow, dispatch] = useReducer(reduceMany<Item>, {step: 'closed'})
  const asking = useRef<AbortController | null>(null)

  const ask = async (items: readonly Item[]) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    const open = new Set(items.map(({key}) => key))
    dispatch({type: 'ask', items})
    const onChecked = (checks: readonly (readonly [string, Check])[]) => {
      if (mine.signal.aborted) return
      for (const [key] of checks) open.delete(key)
      dispatch({type: 'checked', checks})
    }
    try {
      await check(items, onChecked, mine.signal)
    } catch (error) {
      const fault = asFault(error)
      onChecked([...open].map((key) => [key, {fault}] as const))
    }
  }

  const carryOut = async (rows: readonly {item: Item; preview: Preview}[]) => {
    await run(rows, (key, outcome) => dispatch({type: 'ended row', key, outcome}))
    dispatch({type: 'ended'})
    onEnd?.()
  }

  return {
    flow,
    start: (items) => void ask(items),
    confirm() {
      if (flow.step !== 'shown') return
      dispatch({type: 'confirmed'})
      void carryOut(planned(flow))
    },
    retry() {
      if (flow.step !== 'ended') return
      const again = new Set(retriable(flow))
      dispatch({type: 'retry'})
      void carryOut(planned(flow).filter(({item}) => again.has(item)))
    },
    close() {
      // What is being written is written: how it ends must not be told to a closed door.
      if (flow.step === 'running') return
      asking.current?.abort()
      dispatch({type: 'close'})
    },
  }
}
