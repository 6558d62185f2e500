/**
 * A small piece of work, as JSON: all that whoever takes it needs, such as which page of a school's payments to read.
 * It may come from a process that died, or from an older version of this one: whoever works on it parses it first.
 */
export type Job = Readonly<Record<string, unknown>>

export type JobWorker = {
  /** How many jobs are worked on side by side. */
  atOnce: number
  /**
   * Works on a job, and gives what follows it in its run; null at the end. Must be harmless when done twice: a process
   * may die when the work is done and before it has said so. What it throws is tried again where that may help.
   */
  step: (job: Job) => Promise<Job | null>
  /** Hears of a run that ends with this job because its work failed too often, or can't succeed at all. */
  onGivenUp: (job: Job, error: unknown) => Promise<void>
  /** Hears that the jobs themselves could not be reached, or that `onGivenUp` failed. Nothing is lost by it. */
  onTrouble: (error: unknown) => void
}

/**
 * Runs that are taken step by step, by whichever process is free: of each key one at a time, so that a school's pages
 * are read one after the other and its allowance at Stripe is used by one alone. A run that fails stops no other.
 *
 * Every method throws the Fault `jobs_unavailable` when the database does not answer.
 */
export type Jobs = {
  /** Begins a run with its first job. False where the last one with this key has not ended. */
  add: (key: string, job: Job) => Promise<boolean>
  /** Begins to take jobs, whoever added them. Goes on until `close`. */
  work: (worker: JobWorker) => void
  /** Waits until no run is left, here or anywhere else. */
  ended: () => Promise<void>
  /** Takes no more jobs, and waits for those in hand. What is left is taken by others, or after the next start. */
  close: () => Promise<void>
}
