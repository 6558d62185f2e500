/** As much of a body as is asked for at once, in bytes. */
const ROOM = 256 * 1024

/** A body, piece by piece. */
export type Pieces = {
  /** The next piece, which is good until the one after it is asked for; null at the end. */
  next: () => Promise<Uint8Array | null>
  cancel: () => Promise<void>
}

/**
 * Begins to read a body, into the same memory again and again where the browser can: new memory for each of a hundred
 * pieces takes longer than what is in them.
 */
export function piecesOf(body: ReadableStream<Uint8Array>): Pieces {
  const again = readerIntoRoom(body)
  if (again === null) {
    const reader = body.getReader()
    return {next: async () => (await reader.read()).value ?? null, cancel: () => reader.cancel()}
  }
  let room = new ArrayBuffer(ROOM)
  return {
    async next() {
      const {done, value} = await again.read(new Uint8Array(room))
      if (done) return null
      room = value.buffer
      return value
    },
    cancel: () => again.cancel(),
  }
}

/** Null where the stream is not one of bytes, as in browsers of some years ago. */
function readerIntoRoom(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return body.getReader({mode: 'byob'})
  } catch {
    return null
  }
}
