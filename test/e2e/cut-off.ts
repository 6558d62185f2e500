/**
 * What stands beyond the right edge of a narrow window, and cannot be scrolled to: its words. Runs in the page.
 *
 * @param part a selector of what is looked through
 */
export function cutOff(part: string): string[] {
  const isScrolled = (element: Element | null): boolean => {
    if (element === null) return false
    const {overflowX} = getComputedStyle(element)
    return overflowX === 'auto' || overflowX === 'scroll' || isScrolled(element.parentElement)
  }
  return [...document.querySelectorAll(`:is(${part}) *`)]
    .filter((element) => element.children.length === 0 && element.checkVisibility({visibilityProperty: true}))
    .filter((element) => {
      const {left, right, width} = element.getBoundingClientRect()
      return width > 1 && (right > innerWidth + 1 || left < -1) && !isScrolled(element.parentElement)
    })
    .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`)
}
