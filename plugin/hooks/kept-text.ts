/**
 * A text that outlives a page that is loaded anew, in this tab only. Where a browser keeps nothing it is forgotten.
 *
 * @example keptText('purchase school-fjord').set('…')
 */
export function keptText(name: string): {get: () => string | null; set: (text: string | null) => void} {
  const key = `stripe-passes ${name}`
  return {
    get: () => attempt(() => sessionStorage.getItem(key)),
    set: (text) =>
      void attempt(() => {
        if (text === null) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, text)
        return null
      }),
  }
}

function attempt(what: () => string | null): string | null {
  try {
    return what()
  } catch {
    return null
  }
}
