import {Fault} from '../../../plugin/core/contract/fault.ts'

/** An answer, or why there is none: one question that fails keeps no other from being asked. */
export type Told<T> = {value: T; fault?: undefined} | {value?: undefined; fault: Fault}

/** Waits for an answer. A failure that we expect is one too; a bug is thrown. */
export async function tell<T>(asking: () => Promise<T>): Promise<Told<T>> {
  try {
    return {value: await asking()}
  } catch (error) {
    if (error instanceof Fault) return {fault: error}
    throw error
  }
}
