/** A stream that says nothing for so long is broken, whatever the connection thinks. */
const SILENCE_MS = 60_000

/** The lines of a body as they arrive, without empty ones. A last line without a line end is one too. */
export async function* ndjsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  // In pieces until its end is there: a line may be megabytes long, and is looked through once.
  let pieces: string[] = []
  try {
    for (;;) {
      const silence = setTimeout(() => void reader.cancel().catch(() => undefined), SILENCE_MS)
      const {done, value} = await reader.read().finally(() => clearTimeout(silence))
      const text = done ? decoder.decode() : decoder.decode(value, {stream: true})
      const [head = '', ...more] = text.split('\n')
      pieces.push(head)
      for (const next of done ? [...more, ''] : more) {
        const line = pieces.join('')
        pieces = [next]
        if (line.trim() !== '') yield line
      }
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
