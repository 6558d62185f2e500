import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import {ndjsonLines} from '../../../plugin/api/ndjson-lines.ts'

type Controller = {enqueue: (piece: Uint8Array<ArrayBuffer>) => void; close: () => void}

/** A body that comes in pieces which are cut at these places, in the middle of a letter too. */
function inPieces(text: string, cuts: readonly number[], type?: 'bytes'): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  const pieces = places.slice(1).map((end, nth) => bytes.slice(places[nth], end))
  const start = (controller: Controller) => {
    for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece)
    controller.close()
  }
  return type === undefined ? new ReadableStream({start}) : new ReadableStream({type, start})
}

it('lines are what they were sent as, wherever the connection cut them', async () => {
  // Of bytes as a browser has them, and of any other kind.
  const kind = fc.constantFrom('bytes' as const, undefined)
  const words = fc.constantFrom('{"a":1}', '"«blåbær» 🎈"', ' ', '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(words),
      fc.array(fc.nat()),
      fc.boolean(),
      kind,
      async (lines, cuts, isEnded, type) => {
        const text = lines.join('\n') + (isEnded ? '\n' : '')
        const read: string[] = []
        for await (const line of ndjsonLines(inPieces(text, cuts, type))) read.push(line)
        expect(read).toEqual(lines.filter((line) => line.trim() !== ''))
      },
    ),
  )
})
