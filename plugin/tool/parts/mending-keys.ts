import type {KeyboardEvent} from 'react'
import {isTyping} from './is-typing.ts'
import type {Mending} from './use-mending.tsx'

export type MendingKeys = (event: KeyboardEvent<HTMLElement>) => void

/** What was repaired last, without the way to its toast: z takes it back, t tells the student. For the frame around a list. */
export function mendingKeys({undoLast, tellLast}: Pick<Mending, 'undoLast' | 'tellLast'>): MendingKeys {
  return (event) => {
    const act = event.key === 'z' ? undoLast : event.key === 't' ? tellLast : null
    if (act === null || !isOneKey(event)) return
    event.preventDefault()
    act()
  }
}

/** One key by itself, pressed by somebody who is not writing, and not in a menu or dialog that was opened from here. */
export function isOneKey(event: KeyboardEvent<HTMLElement>): boolean {
  const {target, currentTarget} = event
  const isHere = target instanceof Node && currentTarget.contains(target)
  return isHere && !(event.ctrlKey || event.metaKey || event.altKey || isTyping(target))
}
