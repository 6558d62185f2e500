import {useEffect} from 'react'

/**
 * Stands in a dialog, and puts the focus back where it was when the dialog goes: on the button that opened it or, where that is
 * gone because its job is done, on the row that it stood in.
 */
export function ReturnFocus(): null {
  useEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const row = opener?.closest('[data-entry]')
    return () => {
      if (opener?.isConnected) opener.focus()
      else row?.querySelector<HTMLElement>('[data-row-button], button, a')?.focus()
    }
  }, [])
  return null
}
