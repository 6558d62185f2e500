export const SEARCH = 'passes-search'

/** Puts the focus on the search, once it is there: for a button that goes away when it has done its work. */
export function focusSearch(): void {
  requestAnimationFrame(() => document.getElementById(SEARCH)?.focus())
}
