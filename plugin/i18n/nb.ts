import {firstNb} from './first-nb.ts'
import {laterNb} from './later-nb.ts'
import type {MessageKey} from './message-key.ts'

/** Every sentence of the plugin in Norwegian bokmål. A missing one is a type error. */
export const nb: Record<MessageKey, string> = {...firstNb, ...laterNb}
