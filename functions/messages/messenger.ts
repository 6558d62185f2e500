import type {MessageSetup} from '../../plugin/core/contract/message.ts'
import type {MessagePort} from '../ports.ts'
import type {Letter} from './post-letter.ts'

/** How students are told of what a request did. */
export type Messenger = {
  setup: MessageSetup
  /** False, or thrown, where it was not taken. Null where messages are not switched on. */
  post: ((letter: Letter) => Promise<boolean>) | null
  lake: MessagePort
  /** The log is to say so: nothing else of the request fails by it. */
  onFailed: () => void
}
