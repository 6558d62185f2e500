import type {Job} from './jobs.ts'

/** A job that was given to somebody. Once it was given to somebody else, none of this has any effect. */
export type TakenJob = {
  job: Job
  /** Whether no further attempt follows this one. */
  isLast: boolean
  /** Says that it is still worked on: whoever says nothing for ten seconds is taken for dead. */
  keep: () => Promise<void>
  /** Ends it, and adds what follows it in the same instant. */
  end: (next: Job | null) => Promise<void>
  /** Lets it be taken again, some time later. */
  putBack: (code: string) => Promise<void>
  /** Ends its run. */
  drop: (code: string) => Promise<void>
}

/** Where jobs wait. */
export type Queue = {
  /** False where the key is waiting or worked on. */
  add: (key: string, job: Job) => Promise<boolean>
  take: () => Promise<TakenJob | null>
  isEmpty: () => Promise<boolean>
  close: () => Promise<void>
}

/** How often a job is tried. */
export const ATTEMPTS = 5
const FIRST_PAUSE = 1
const LONGEST_PAUSE = 60
/** Seconds after which somebody who says nothing is taken for dead. */
export const SILENCE = 10

/**
 * Seconds until a job is tried again that was put back; doubled each time, up to a minute.
 *
 * @param attempt which one failed; the first is 1
 */
export function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)
}
