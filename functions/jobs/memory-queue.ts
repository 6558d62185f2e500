import {SECOND} from '../../plugin/core/contract/instant.ts'
import type {Job} from './jobs.ts'
import {ATTEMPTS, pauseAfter, type Queue} from './queue.ts'

type Waiting = {key: string; job: Job; attempt: number; from: number}

/** Jobs that live and die with this process: what a school needs that has no database. */
export function createMemoryQueue(): Queue {
  const waiting: Waiting[] = []
  const keys = new Set<string>()

  return {
    add(key, job) {
      if (keys.has(key)) return Promise.resolve(false)
      keys.add(key)
      waiting.push({key, job, attempt: 1, from: 0})
      return Promise.resolve(true)
    },
    take() {
      const at = waiting.findIndex(({from}) => from <= performance.now())
      const [taken] = at < 0 ? [] : waiting.splice(at, 1)
      return Promise.resolve(taken ? hold(taken) : null)
    },
    isEmpty: () => Promise.resolve(keys.size === 0),
    close: () => Promise.resolve(),
  }

  function hold({key, job, attempt}: Waiting) {
    return {
      job,
      isLast: attempt >= ATTEMPTS,
      keep: () => Promise.resolve(),
      end(next: Job | null) {
        if (next === null) keys.delete(key)
        else waiting.push({key, job: next, attempt: 1, from: 0})
        return Promise.resolve()
      },
      putBack() {
        const from = performance.now() + pauseAfter(attempt) * SECOND
        waiting.push({key, job, attempt: attempt + 1, from})
        return Promise.resolve()
      },
      drop() {
        keys.delete(key)
        return Promise.resolve()
      },
    }
  }
}
