import {Fault} from '../../plugin/core/contract/fault.ts'
import {MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Counter, InstallationState} from '../../plugin/core/contract/sync-state.ts'
import {type LedgerPort, WriteConflict} from '../ports.ts'

export type DeliveryCounts = {
  add: (name: string) => void
  /** Saves what was counted, once a minute at most, and never fails: what could not be saved is saved the next time. */
  save: (ledger: Installation) => Promise<void>
}

type Installation = Pick<LedgerPort, 'installation' | 'saveInstallation'>

/**
 * Makes the counts of what leaves no document of its own: a stranger who knocks a thousand times makes one write a
 * minute, and no document.
 */
export function createDeliveryCounts(now: () => number): DeliveryCounts {
  let counted = new Map<string, Counter>()
  let savedAt = Number.NEGATIVE_INFINITY

  const add = (name: string, {count, last}: Counter): void => {
    const known = counted.get(name)
    counted.set(name, {count: (known?.count ?? 0) + count, last: Math.max(known?.last ?? last, last)})
  }
  const isSaved = async (ledger: Installation, more: ReadonlyMap<string, Counter>): Promise<boolean> => {
    try {
      const {state, revision} = await ledger.installation()
      // Another instance has just saved the same: on some hosts every request has one of its own.
      const isNew = [...more.keys()].some((name) => now() - (state.counters[name]?.last ?? 0) >= MINUTE)
      if (isNew) await ledger.saveInstallation({state: withMore(state, more), revision})
      return isNew
    } catch (error) {
      if (error instanceof Fault || error instanceof WriteConflict) return false
      throw error
    }
  }
  return {
    add: (name) => add(name, {count: 1, last: now()}),
    async save(ledger) {
      if (counted.size === 0 || now() - savedAt < MINUTE) return
      const more = counted
      counted = new Map()
      savedAt = now()
      if (await isSaved(ledger, more)) return
      for (const [name, counter] of more) add(name, counter)
    },
  }
}

function withMore(state: InstallationState, more: ReadonlyMap<string, Counter>): InstallationState {
  const counters = {...state.counters}
  for (const [name, {count, last}] of more) {
    counters[name] = {count: (counters[name]?.count ?? 0) + count, last}
  }
  return {...state, counters}
}
