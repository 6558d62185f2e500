export const SEARCH = 'passes-search'

/** Puts the focus on the search, once it is there: for a button that goes away when it has done its work. */
export function focusSearch(): void {
  requestAnimationFrame(() => document.getElementById(SEARCH)?.focus())
}

/** The same, on the row that the button showed; on the search where it stands too far below to be there. */
export function focusRow(key: string): void {
  requestAnimationFrame(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-entry]')]
    const button = rows
      .find(({dataset}) => dataset['entry'] === key)
      ?.querySelector<HTMLElement>('[data-row-button]')
    if (button) button.focus()
    else focusSearch()
  })
}
