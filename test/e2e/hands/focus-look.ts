/** How an element stands out from the page, with what is drawn around it: another when it has the focus. Runs in the page. */
export function focusLook(element: Element): string {
  const {parentElement} = element
  const around = [element, element.closest('[data-entry]'), parentElement, ...(parentElement?.children ?? [])]
  return around
    .filter((one) => one !== null)
    .flatMap((one) => [null, '::before', '::after'].map((part) => getComputedStyle(one, part)))
    .map(({outlineStyle, outlineWidth, boxShadow}) => `${outlineStyle} ${outlineWidth} ${boxShadow}`)
    .join('\n')
}
