import type {en} from './en.ts'
import type {start} from './en/start.ts'
import type {first} from './english.ts'

/** A sentence as it is stored: a counted one has a key for one and a key for others. */
export type MessageKey = keyof typeof en

type Counted<Key> = Key extends `${infer Base}_one` ? Base : never

type Asked<Key extends string> = Exclude<Key, `${Counted<Key>}_${'one' | 'other'}`> | Counted<Key>

/** A sentence as it is asked for: a counted one without its ending, and with `count` among the values. */
export type TextKey = Asked<MessageKey>

/** One that every Studio has from its start. */
export type StartTextKey = keyof typeof start

/** One that is there when the tool is opened. */
export type FirstTextKey = StartTextKey | Asked<keyof typeof first>
