import type {MessageKey} from './message-key.ts'
import {start} from './nb/start.ts'
import {laterNb} from './later-nb.ts'
import {first} from './norwegian.ts'

/** Every sentence of the plugin in Norwegian bokmål. A missing one is a type error. */
export const nb: Record<MessageKey, string> = {...start, ...first, ...laterNb}
