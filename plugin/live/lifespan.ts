/** Something that is begun when somebody comes, and ended a while after everybody left. */
export function createLifespan(begin: () => () => void) {
  let end: (() => void) | null = null
  let ending: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(ending)
    end?.()
    end = null
  }
  return {
    isOpen: () => end !== null,
    open() {
      clearTimeout(ending)
      end ??= begin()
    },
    close,
    closeIn(ms: number) {
      ending = setTimeout(close, ms)
    },
  }
}
