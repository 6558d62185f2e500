import type {en} from './en.ts'
import type {firstEn} from './first-en.ts'

/** A sentence as it is stored: a counted one has a key for one and a key for others. */
export type MessageKey = keyof typeof en

type Counted<Key> = Key extends `${infer Base}_one` ? Base : never

type Asked<Key extends string> = Exclude<Key, `${Counted<Key>}_${'one' | 'other'}`> | Counted<Key>

/** A sentence as it is asked for: a counted one without its ending, and with `count` among the values. */
export type TextKey = Asked<MessageKey>

/** One that is there when the tool is opened. */
export type FirstTextKey = Asked<keyof typeof firstEn>
