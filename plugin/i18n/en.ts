import {start} from './en/start.ts'
import {first} from './english.ts'
import {laterEn} from './later-en.ts'

/** Every sentence of the plugin in English, by key. The keys of every other language are these. */
export const en = {...start, ...first, ...laterEn} as const
