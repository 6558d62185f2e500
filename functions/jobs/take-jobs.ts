import {FAULTS, Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {delay} from '../delay.ts'
import type {Job, JobWorker} from './jobs.ts'
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
    // The database hears what became of a job while the next one is already being worked on.
    let telling: Promise<void> | null = null
    while (!stopping.signal.aborted) {
      const {promise: somethingNew} = news
      const taken = await takeOne()
      if (taken !== null) {
        const tell = await carryOut(worker, taken)
        await telling
        telling = tell()
      } else if (telling !== null) {
        await telling
        telling = null
      } else await Promise.race([delay(PAUSE), somethingNew])
    }
    await telling
  }

  async function takeOne(): Promise<TakenJob | null> {
    try {
      return await queue.take()
    } catch (error) {
      worker.onTrouble(error)
      return null
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

/** Works on a job. What is returned tells the queue what became of it; it never fails. */
async function carryOut(worker: JobWorker, taken: TakenJob): Promise<() => Promise<void>> {
  const beat = setInterval(() => void taken.keep().catch(worker.onTrouble), BEAT)
  const outcome = await attempt(worker, taken)
  return async () => {
    try {
      await tellOutcome(worker, taken, outcome)
    } catch (error) {
      // The job is taken up again, by whoever finds that nobody says a word about it.
      worker.onTrouble(error)
    } finally {
      clearInterval(beat)
    }
  }
}

type Outcome = {next: Job | null} | {error: unknown}

async function attempt({step}: JobWorker, {job}: TakenJob): Promise<Outcome> {
  try {
    return {next: await step(job)}
  } catch (error) {
    return {error}
  }
}

async function tellOutcome({onGivenUp}: JobWorker, taken: TakenJob, outcome: Outcome): Promise<void> {
  if ('next' in outcome) return taken.end(outcome.next)
  const {error} = outcome
  const code = error instanceof Fault ? error.code : 'internal'
  if (FAULTS[code].retry && !taken.isLast) return taken.putBack(code)
  await onGivenUp(taken.job, error)
  return taken.drop(code)
}
