import {Fault} from '../core/contract/fault.ts'
// Travels as text inside this module, so that any bundler of any Studio carries it along.
import EngineWorker from './engine-worker.ts?worker&inline'
import type {ToEngine, ToPage} from './messages.ts'

/** How a page talks to its engine. */
export type EngineLine = {post: (message: ToEngine) => void}

export type LineOptions = {
  hear: (message: ToPage) => void
  /** The engine ended of itself, which only a bug can do; nothing more will be heard of it. */
  onBroken: (fault: Fault) => void
}

/**
 * Starts an engine in a worker. Where there are none, or a page's rules forbid this one, it runs in the page itself:
 * slower under the finger, and right all the same.
 */
export function startEngine(options: LineOptions): EngineLine {
  return typeof Worker === 'undefined' ? engineInPage(options) : engineInWorker(options)
}

function engineInWorker({hear, onBroken}: LineOptions): EngineLine {
  const worker = new EngineWorker({name: 'stripe-passes'})
  // Until the worker has said that it is there, what was said to it may have to be said again to somebody else.
  let unheard: ToEngine[] | null = []
  let instead: EngineLine | null = null

  worker.addEventListener('message', ({data}: MessageEvent<ToPage>) => {
    unheard = null
    hear(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    worker.terminate()
    if (unheard === null) {
      onBroken(new Fault('internal', `the engine broke: ${event.message}`, {in: 'browser'}))
      return
    }
    instead = engineInPage({hear, onBroken})
    for (const message of unheard.splice(0)) instead.post(message)
  })
  return {
    post(message) {
      if (instead !== null) instead.post(message)
      else {
        unheard?.push(message)
        worker.postMessage(message)
      }
    },
  }
}

function engineInPage({hear, onBroken}: LineOptions): EngineLine {
  let queued: ToEngine[] = []
  let take = (message: ToEngine): void => {
    queued = [...queued, message]
  }
  const load = async () => {
    const {createEngine} = await import('./engine.ts')
    take = createEngine(hear)
    for (const message of queued) take(message)
  }
  load().catch((cause: unknown) =>
    onBroken(new Fault('internal', 'the engine could not be loaded', {in: 'browser'}, {cause})),
  )
  return {post: (message) => take(message)}
}
