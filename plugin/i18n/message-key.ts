import type {en} from './en.ts'

/** A sentence as it is stored: a counted one has a key for one and a key for others. */
export type MessageKey = keyof typeof en

type Counted = MessageKey extends infer Key ? (Key extends `${infer Base}_one` ? Base : never) : never

/** A sentence as it is asked for: a counted one without its ending, and with `count` among the values. */
export type TextKey = Exclude<MessageKey, `${Counted}_${'one' | 'other'}`> | Counted
