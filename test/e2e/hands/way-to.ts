/** The key that brings the focus nearer to an element; null where it has arrived. Runs in the page. */
export function wayTo(target: Element): string | null {
  const at = document.activeElement
  if (at === target) return null
  if (at === null || at === document.body) return 'Tab'
  const isAhead = (at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  // What is one stop for Tab is walked through with the arrows.
  const tabs = target.closest('[role=tablist]')
  if (tabs?.contains(at) === true) return isAhead ? 'ArrowRight' : 'ArrowLeft'
  const isRadioGroup =
    target instanceof HTMLInputElement && target.type === 'radio' && at.getAttribute('name') === target.name
  const row = target.closest('[data-entry]')
  const isOtherRow = row !== null && at.matches('[data-row-button]') && !row.contains(at)
  if (isRadioGroup || isOtherRow) return isAhead ? 'ArrowDown' : 'ArrowUp'
  return isAhead ? 'Tab' : 'Shift+Tab'
}
