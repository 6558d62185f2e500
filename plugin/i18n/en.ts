import {firstEn} from './first-en.ts'
import {laterEn} from './later-en.ts'

/** Every sentence of the plugin in English, by key. The keys of every other language are these. */
export const en = {...firstEn, ...laterEn} as const
