import {Fault} from '../core/contract/fault.ts'

/** Whatever was thrown, as something that can be shown: what nobody expected is a bug of the page. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Fault('internal', message, {in: 'browser'}, {cause: error})
}
