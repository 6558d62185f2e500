import {FAULTS, Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {delay} from '../delay.ts'
import type {JobWorker} from './jobs.ts'
import {SILENCE, type Queue, type TakenJob} from './queue.ts'

const BEAT = (SILENCE * SECOND) / 3
/** Milliseconds until a queue that had nothing is looked at again. */
const PAUSE = SECOND

/** Somebody at work. */
export type Taking = {
  /** There is something new: whoever pauses looks at once. */
  wake: () => void
  /** Waits for the jobs in hand; no others are taken. */
  stop: () => Promise<void>
}

/** Takes jobs from a queue, so many side by side, until told to stop. */
export function takeJobs(queue: Queue, worker: JobWorker): Taking {
  const stopping = new AbortController()
  let news = Promise.withResolvers<void>()

  async function takeOneByOne(): Promise<void> {
    while (!stopping.signal.aborted) {
      const {promise: somethingNew} = news
      if (!(await takeOne())) await Promise.race([delay(PAUSE), somethingNew])
    }
  }

  /** @returns whether there was one */
  async function takeOne(): Promise<boolean> {
    try {
      const taken = await queue.take()
      if (taken === null) return false
      await carryOut(worker, taken)
      return true
    } catch (error) {
      // What was in hand is taken up again, by whoever finds that nobody says a word about it.
      worker.onTrouble(error)
      return false
    }
  }

  const wake = (): void => {
    news.resolve()
    news = Promise.withResolvers()
  }
  const taking = Promise.all(Array.from({length: worker.atOnce}, takeOneByOne))
  return {
    wake,
    async stop() {
      stopping.abort()
      wake()
      await taking
    },
  }
}

async function carryOut(worker: JobWorker, taken: TakenJob): Promise<void> {
  const beat = setInterval(() => void taken.keep().catch(worker.onTrouble), BEAT)
  try {
    const outcome = await attempt(worker, taken)
    if ('next' in outcome) return await taken.end(outcome.next)
    const {error} = outcome
    const code = error instanceof Fault ? error.code : 'internal'
    if (FAULTS[code].retry && !taken.isLast) return await taken.putBack(code)
    await worker.onGivenUp(taken.job, error)
    await taken.drop(code)
  } finally {
    clearInterval(beat)
  }
}

type Outcome = {next: Awaited<ReturnType<JobWorker['step']>>} | {error: unknown}

async function attempt({step}: JobWorker, {job}: TakenJob): Promise<Outcome> {
  try {
    return {next: await step(job)}
  } catch (error) {
    return {error}
  }
}
