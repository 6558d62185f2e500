import type {WebhookAnswer} from '../../plugin/core/contract/delivery.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {DeliveryNote} from '../../plugin/core/documents/delivery-document.ts'
import type {Done} from '../automatic/outcome.ts'
import {alertOfBurst} from '../alerts/alert-of-burst.ts'
import {repairPayment} from '../automatic/repair-payment.ts'
import {rulesOf} from '../automatic/rules-of.ts'
import type {RobotEntrance} from '../door.ts'
import type {DeliveryLook, EventHint} from '../ports.ts'
import {isHandled} from './handled-events.ts'
import {schoolOf} from './school-of.ts'
import type {SinceOf} from './since-of.ts'

/**
 * Looks into what Stripe told of: the payment is read and judged afresh, and what needs nobody to look is written,
 * where the school lets the webhook write. The same event told twice, late or at once, comes to the same.
 *
 * @throws whatever kept it from being done: Stripe is to come again
 */
export async function takeEvent(
  entrance: RobotEntrance,
  hint: EventHint,
  sinceOf: SinceOf,
): Promise<WebhookAnswer> {
  const {deliveries, config, now} = entrance
  if (!isHandled(hint.type)) return ignored(hint, 'unknown_event')
  if (hint.live !== config.live) return refuseMode(hint)
  const look = await deliveries.look(hint, now())
  if (isDone(look)) return ignored(hint, 'done_before')
  const school = await schoolOf(entrance, hint, look.schools)
  if (school === null) return ignored(hint, hint.account === null ? 'of_no_school' : 'unknown_account')
  // What an account may do is asked whenever it matters: nothing is kept that could be out of date.
  if (hint.payment === null) return ignored(hint, 'nothing_to_judge')
  return judge(entrance, {hint, payment: hint.payment, school, look}, sinceOf)
}

type Taken = {hint: EventHint; payment: string; school: string; look: DeliveryLook}

async function judge(entrance: RobotEntrance, taken: Taken, sinceOf: SinceOf): Promise<WebhookAnswer> {
  const {deliveries, config, ledger, now, about} = entrance
  const {hint, payment, school, look} = taken
  const note = noteOf(taken, now())
  const end = (more: Partial<DeliveryNote>): Promise<void> =>
    deliveries.end({...note, at: now(), ...more}, look.outdated)
  const isNoted = hint.isSale || look.known !== null
  const begun = hint.isSale ? deliveries.begin(note) : Promise.resolve()
  // It is awaited below; until then its failure must not count as unhandled.
  begun.catch(() => undefined)
  try {
    const {webhookWrites} = config
    const {verdict, reasons, ...found} = await repairPayment(about(school), payment, {
      ...rulesOf(config),
      automaticSince: webhookWrites ? await sinceOf(ledger, school) : null,
      dryRun: !webhookWrites,
    })
    await begun
    if (verdict === 'excluded' && !isNoted) return ignored(hint, reasons.join(', '))
    const outcome = wordFor(found.done)
    await end({state: 'success', session: found.payment, verdict, outcome})
    const result = found.done.state === 'written' ? 'written' : 'noted'
    return {event: hint.id, result, reason: `${verdict}, ${outcome}`}
  } catch (error) {
    await begun.catch(() => undefined)
    const failure = {state: 'error' as const, error: sentenceFor(error)}
    if (!isDenied(error)) {
      // Where not even this can be written, Stripe is told all the same, and comes again.
      await end(failure).catch(() => undefined)
      await alertOfBurst(about(school))
      throw error
    }
    // Money that came in another way than by a checkout is no pass; a checkout that is gone is worth a note.
    if (!payment.startsWith('cs_') && !isNoted) return ignored(hint, 'no_checkout')
    await end(failure)
    return ignored(hint, 'unknown_payment')
  }
}

/** Whether Stripe denies the payment. That the school itself is not found is another matter, and not done. */
function isDenied(error: unknown): boolean {
  return error instanceof Fault && error.code === 'not_found' && error.detail['payment'] !== undefined
}

/** A trial that hears of real sales would lose them in silence; a live function that hears of trials need not care. */
function refuseMode(hint: EventHint): WebhookAnswer {
  if (!hint.live) return ignored(hint, 'test_mode')
  throw new Fault('misconfigured', 'LIVE is false, but Stripe tells of real money', {settings: 'LIVE'})
}

/** What was written, or needed no writing, is as it should be: being told of it again changes nothing. */
function isDone({known}: DeliveryLook): boolean {
  if (known?.source !== 'stripe-passes' || known.state !== 'success') return false
  return known.outcome === 'written' || (known.outcome === 'in_order' && known.verdict === 'matched')
}

function noteOf({hint, payment, school, look}: Taken, now: number): DeliveryNote {
  const {id, type, account, live} = hint
  return {
    event: id,
    type,
    state: 'processing',
    session: payment.startsWith('cs_') ? payment : null,
    account,
    school,
    live,
    verdict: null,
    outcome: null,
    error: null,
    began: look.known?.began ?? now,
    at: now,
  }
}

function wordFor(done: Done): string {
  if (done.state === 'written' && (done.duplicates?.length ?? 0) > 0) return 'written_beside_another'
  return done.state === 'waits' ? done.because : done.state
}

/** Our own sentence of a failure that we expected; of a bug nothing, for nobody knows what its message quotes. */
function sentenceFor(error: unknown): string {
  return error instanceof Fault ? `${error.code}: ${error.message}` : 'internal'
}

function ignored({id}: EventHint, reason: string): WebhookAnswer {
  return {event: id, result: 'ignored', reason}
}
