import type {Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {OUT_OF_TIME, SIGNATURE_FAILED, verifiedBy} from '../plugin/core/contract/counter-names.ts'
import {ENDPOINTS} from '../plugin/core/contract/endpoints.ts'
import {FAULTS, Fault, type FaultBody} from '../plugin/core/contract/fault.ts'
import {answerFault} from './answer-fault.ts'
import {answerJson} from './answer-json.ts'
import type {AppEnvironment} from './around-requests.ts'
import type {Door} from './door.ts'
import type {Verified} from './ports.ts'
import {createDeliveryCounts} from './webhook/delivery-counts.ts'
import {createSinceOf} from './webhook/since-of.ts'
import {takeEvent} from './webhook/take-event.ts'

const LARGEST_EVENT = 1_024 * 1_024
/** What makes Stripe come again; the code says what it was. */
const NOT_DONE = 503

/** What is counted of refusals, by their reason. */
const COUNTED: ReadonlyMap<string | undefined, string> = new Map([
  ['signature', SIGNATURE_FAILED],
  ['too_old', OUT_OF_TIME],
  ['too_early', OUT_OF_TIME],
])

type Asked = Context<AppEnvironment>

/** What the route needs of the app: the way in, its clock, and how a failure is told and logged. */
type Around = {
  door: () => Door
  now: () => number
  noteFault: (context: Asked, error: unknown) => FaultBody
}

/**
 * Where Stripe tells what happened. Whoever asks is known by a signature on the body as it came, so that nothing may
 * read or change it before: this stands in front of everything that is for browsers.
 */
export function addWebhookRoute(app: Hono<AppEnvironment>, {door, now, noteFault}: Around): void {
  const {path, answer} = ENDPOINTS.webhook
  const counts = createDeliveryCounts(now)
  const sinceOf = createSinceOf(now)
  const refuse = (context: Asked, error: unknown): Response => answerFault(noteFault(context, error))
  const tooLarge = new Fault('payload_too_large', `an event may have ${LARGEST_EVENT} bytes`)
  const limit = bodyLimit({maxSize: LARGEST_EVENT, onError: (context) => refuse(context, tooLarge)})

  app.post(path, limit, async (context) => {
    const notes = context.get('notes')
    notes.route = path
    demandJson(context)
    const entrance = await door().robot('webhook', notes)
    const verified = await verify(context, door())
    if (!('hint' in verified)) {
      counts.add(verified.counted)
      await counts.save(entrance.ledger)
      return refuse(context, verified.refused)
    }
    counts.add(verifiedBy(verified.secret))
    const saved = counts.save(entrance.ledger)
    // It is awaited below; until then its failure must not count as unhandled.
    saved.catch(() => undefined)
    try {
      const taken = await takeEvent(entrance, verified.hint, sinceOf)
      notes.result = `${taken.result}: ${taken.reason}`
      return answerJson(answer, taken)
    } catch (error) {
      return answerNotDone(noteFault(context, error))
    } finally {
      await saved
    }
  })

  async function verify(
    context: Asked,
    {verify: check}: Door,
  ): Promise<Verified | {refused: Fault; counted: string}> {
    const body = new Uint8Array(await context.req.arrayBuffer())
    try {
      return await check(body, context.req.header('stripe-signature') ?? null)
    } catch (error) {
      const counted = error instanceof Fault ? COUNTED.get(error.detail['reason']) : undefined
      if (!(error instanceof Fault) || counted === undefined) throw error
      return {refused: error, counted}
    }
  }
}

function demandJson(context: Asked): void {
  if (/^application\/json\b/i.test(context.req.header('content-type') ?? '')) return
  throw new Fault('invalid_request', 'an event is JSON, and says so')
}

function answerNotDone(body: FaultBody): Response {
  const {status} = FAULTS[body.code]
  const answer = answerFault(body)
  if (status !== null && status >= 500) return answer
  return new Response(answer.body, {status: NOT_DONE, headers: answer.headers})
}
