/** jsdom lays nothing out, and a list that is nought high shows no rows: here it is high, and each row is as usual. */
export function layOutRows(): void {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
    configurable: true,
    get(this: HTMLElement) {
      return this.tagName === 'LI' ? 70 : 5_000
    },
  })
}
