/** A stream that says nothing for so long is broken, whatever the connection thinks. */
const SILENCE_MS = 60_000

/** The lines of a body as they arrive, without empty ones. A last line without a line end is one too. */
export async function* ndjsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const silence = setTimeout(() => void reader.cancel().catch(() => undefined), SILENCE_MS)
      const {done, value} = await reader.read().finally(() => clearTimeout(silence))
      rest += done ? decoder.decode() : decoder.decode(value, {stream: true})
      const lines = rest.split('\n')
      rest = done ? '' : (lines.pop() ?? '')
      for (const line of lines) if (line.trim() !== '') yield line
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
