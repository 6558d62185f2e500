import {NDJSON} from '../plugin/core/contract/endpoints.ts'
import type {z} from 'zod/mini'

/**
 * Answers with parts as they come, one JSON a line. What fails on the way is the last part: a stream that ends with
 * neither `done` nor `fault` was cut.
 *
 * @param work sends the parts; `send` waits until the reader takes them, and rejects when there is none any more
 * @param schema what every part must be, by which the browser reads it too
 * @param options.toLast turns what `work` threw into the last part
 * @param options.onGone is called when the reader went away before the end
 * @param options.onEnd is called once, when nothing is being done any more
 */
export function answerStream<Part>(
  schema: z.ZodMiniType<Part>,
  work: (send: (part: Part) => Promise<void>) => Promise<void>,
  {
    toLast,
    onGone = () => undefined,
    onEnd,
  }: {toLast: (error: unknown) => NoInfer<Part>; onGone?: () => void; onEnd: () => void},
): Response {
  const {readable, writable} = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  let isGone = false

  const send = async (part: Part): Promise<void> => {
    await writer.write(encoder.encode(`${JSON.stringify(schema.parse(part))}\n`))
  }
  const run = async (): Promise<void> => {
    try {
      await work(send)
    } catch (error) {
      if (!isGone) await send(toLast(error))
    }
    await writer.close()
  }
  writer.closed.catch(() => {
    isGone = true
    onGone()
  })
  run()
    .catch(() => undefined)
    .finally(onEnd)
  return new Response(readable, {
    headers: {'content-type': NDJSON, 'x-accel-buffering': 'no'},
  })
}
