import {Fault} from './fault.ts'

/** Code or sentences that did not come: the network is away, or a newer version took their place. */
export function notLoaded(cause?: unknown): Fault {
  return new Fault('internal', 'a part of the plugin was not loaded', {in: 'browser', lacks: 'part'}, {cause})
}
