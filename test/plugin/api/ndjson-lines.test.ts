import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import {ndjsonLines} from '../../../plugin/api/ndjson-lines.ts'

/** A body that comes in pieces which are cut at these places, in the middle of a letter too. */
function inPieces(text: string, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return new ReadableStream({
    start(controller) {
      places.slice(1).forEach((end, nth) => controller.enqueue(bytes.slice(places[nth], end)))
      controller.close()
    },
  })
}

it('lines are what they were sent as, wherever the connection cut them', async () => {
  const words = fc.constantFrom('{"a":1}', '"«blåbær» 🎈"', ' ', '')
  await fc.assert(
    fc.asyncProperty(fc.array(words), fc.array(fc.nat()), fc.boolean(), async (lines, cuts, isEnded) => {
      const text = lines.join('\n') + (isEnded ? '\n' : '')
      const read: string[] = []
      for await (const line of ndjsonLines(inPieces(text, cuts))) read.push(line)
      expect(read).toEqual(lines.filter((line) => line.trim() !== ''))
    }),
  )
})
