import {Fault} from '../../plugin/core/contract/fault.ts'
import {WriteConflict} from '../ports.ts'

const ATTEMPTS = 3

/**
 * Reads and writes again while somebody else was first.
 *
 * @param details what the fault says of where
 * @throws Fault `lake_unavailable` where others never stop, or whatever the attempt threw
 * @example await despiteOthers({record}, async () => write(await read(record)))
 */
export async function despiteOthers<Written>(
  details: Readonly<Record<string, string>>,
  attempt: () => Promise<Written>,
  nth = 1,
): Promise<Written> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error
    if (nth < ATTEMPTS) return despiteOthers(details, attempt, nth + 1)
    throw new Fault('lake_unavailable', 'others keep writing to the same document', details, {cause: error})
  }
}
