import type {Fault} from '../core/contract/fault.ts'
import {asFault} from './as-fault.ts'

export type ResourceState<Value> =
  | {state: 'loading'}
  | {state: 'ready'; value: Value; stale: Fault | null; refreshing: boolean}
  | {state: 'failed'; fault: Fault}

export type Resource<Value> = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => ResourceState<Value>
  refresh: () => void
}

/** One answer that is read when somebody first asks for it, and kept. */
export function createResource<Value>(read: () => Promise<Value>): Resource<Value> {
  const listeners = new Set<() => void>()
  let state: ResourceState<Value> = {state: 'loading'}
  let turn = 0

  const set = (next: ResourceState<Value>) => {
    state = next
    for (const listener of listeners) listener()
  }

  const refresh = async () => {
    turn += 1
    const mine = turn
    set(state.state === 'ready' ? {...state, refreshing: true} : {state: 'loading'})
    try {
      const value = await read()
      if (turn === mine) set({state: 'ready', value, stale: null, refreshing: false})
    } catch (error) {
      if (turn !== mine) return
      const fault = asFault(error)
      set(state.state === 'ready' ? {...state, stale: fault, refreshing: false} : {state: 'failed', fault})
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      if (turn === 0) void refresh()
      return () => listeners.delete(listener)
    },
    refresh: () => void refresh(),
  }
}
