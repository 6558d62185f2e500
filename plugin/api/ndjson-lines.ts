import {piecesOf} from './pieces-of.ts'

/** A stream that says nothing for so long is broken, whatever the connection thinks. */
const SILENCE_MS = 60_000

/** The lines of a body as they arrive, without empty ones. A last line without a line end is one too. */
export async function* ndjsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const bytes = piecesOf(body)
  const decoder = new TextDecoder()
  // In pieces until its end is there: a line may be longer than what comes at once, and is looked through once.
  let pieces: string[] = []
  try {
    for (;;) {
      const silence = setTimeout(() => void bytes.cancel().catch(() => undefined), SILENCE_MS)
      const piece = await bytes.next().finally(() => clearTimeout(silence))
      const isDone = piece === null
      const text = isDone ? decoder.decode() : decoder.decode(piece, {stream: true})
      const [head = '', ...more] = text.split('\n')
      pieces.push(head)
      for (const next of isDone ? [...more, ''] : more) {
        const line = pieces.join('')
        pieces = [next]
        if (line.trim() !== '') yield line
      }
      if (isDone) return
    }
  } finally {
    await bytes.cancel().catch(() => undefined)
  }
}
