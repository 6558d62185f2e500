/** What a button with an icon is called: in words where there is room for them, else by ear only. */
export function buttonName(words: string, isWide: boolean): {text: string} | {'aria-label': string} {
  return isWide ? {text: words} : {'aria-label': words}
}
