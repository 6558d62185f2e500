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
/** Seconds until it is tried again; doubled each time, up to the longest. */
export const FIRST_PAUSE = 1
export const LONGEST_PAUSE = 60
/** Seconds after which somebody who says nothing is taken for dead. */
export const SILENCE = 10
