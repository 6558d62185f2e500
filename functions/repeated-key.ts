const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g

/** The first key that one object of a JSON text has twice; `JSON.parse` takes the last and says nothing. */
export function repeatedKey(json: string): string | null {
  const open: Set<unknown>[] = []
  for (const [token, colon = ''] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== '') {
      const key: unknown = JSON.parse(token.slice(0, -colon.length))
      if (open.at(-1)?.has(key)) return String(key)
      open.at(-1)?.add(key)
    }
  }
  return null
}
