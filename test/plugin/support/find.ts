import {waitFor} from '@testing-library/react'
import {PointerEventsCheckLevel, userEvent} from '@testing-library/user-event'

// Whether something lies above what is clicked jsdom cannot tell, and takes seconds to say so; so does asking a whole
// Studio for a role. What is looked for is looked for by its words.

export const user = userEvent.setup({delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never})

/** A place that was not filled in, or a key that has no sentence. */
export const NO_WORDS =
  /\{\{|undefined|\[object|\b(verdict|reason|entry|verb|remark|evidence|confidence|did|repair|undo|bulk|fault|message|keys)\.[a-z]/

/** The one dialog that is open; null where none is. */
export function openDialog(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role=dialog]')
}

/** The dialog of that title, once it is there. */
export async function dialogOf(title: string | RegExp): Promise<HTMLElement> {
  return waitFor(() => {
    const dialog = openDialog()
    const said = dialog?.textContent ?? ''
    if (dialog !== null && (typeof title === 'string' ? said.startsWith(title) : title.test(said)))
      return dialog
    throw new Error(`no dialog ${title}, but: ${said}`)
  })
}

export function buttonIn(place: HTMLElement | null, name: RegExp | string): HTMLButtonElement {
  const found = [...(place?.querySelectorAll('button') ?? [])].find((one) => {
    const words = one.getAttribute('aria-label') ?? one.textContent
    return typeof name === 'string' ? words === name : name.test(words)
  })
  if (found === undefined) throw new Error(`no button ${name} in ${place?.textContent}`)
  return found
}
