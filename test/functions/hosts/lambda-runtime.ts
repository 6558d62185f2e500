import {Writable} from 'node:stream'
import {onTestFinished, vi} from 'vitest'

type Head = {statusCode: number; headers: Record<string, string>}

/** What Lambda's runtime hands to a streaming function, and keeps of what is written to it. */
class ResponseStream extends Writable {
  head: Head | null = null
  /** Written after the status and the headers, which go out with the first write. */
  readonly chunks: string[] = []
  isHeadSent = false

  override _write(chunk: Uint8Array, _encoding: string, taken: () => void): void {
    if (chunk.length > 0) this.chunks.push(new TextDecoder().decode(chunk))
    setImmediate(taken)
  }

  override write(chunk: unknown): boolean {
    this.isHeadSent = true
    return super.write(chunk)
  }
}

/** Puts Lambda's global in place, as its managed Node.js runtime does, for one test. */
export function inLambda(): {stream: () => ResponseStream} {
  vi.stubGlobal('awslambda', {
    streamifyResponse: (handler: unknown) => handler,
    HttpResponseStream: {
      from: (stream: ResponseStream, head: Head) => {
        stream.head = head
        return stream
      },
    },
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return {stream: () => new ResponseStream()}
}
