import type {Delivery} from '../../../plugin/core/contract/delivery.ts'
import type {Entitlement} from '../../../plugin/core/contract/entitlement.ts'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import {SECOND} from '../../../plugin/core/contract/instant.ts'
import type {Payment} from '../../../plugin/core/contract/payment.ts'
import type {PurchaseStep} from '../../../plugin/core/contract/purchase.ts'
import {type NotDone, PURCHASE_STEPS} from '../../../plugin/core/contract/purchase-steps.ts'
import {isMismatch} from '../../../plugin/core/contract/verdict.ts'
import type {ClauseName} from '../../../plugin/core/reconcile/answers.ts'

/** What was found of a purchase on its way. */
export type PurchaseEvidence = {
  /** Somebody has opened a checkout and not paid yet. */
  isOpen: boolean
  bought: Payment | null
  entry: Entry | null
  /** What a webhook noted of it. */
  noted: Delivery | null
  /** Endpoints that have not taken Stripe's event yet; null where Stripe could not be asked, or names no such event. */
  untaken: number | null
  /** Whether the list of events could be read. */
  eventsRead: boolean
  /** Whether the webhook grants by itself. */
  writes: boolean
  held: Entitlement | null
  /** Whether the student's own query finds it, and if not, what keeps it from being found. */
  isShown: boolean
  hidden: ClauseName | null
  eventsLink: string
}

// Stripe is usually there in a second or two; past this, nobody should go on waiting without looking.
const DELIVERED_WITHIN = 30 * SECOND
const WRITTEN_WITHIN = 20 * SECOND
const SHOWN_WITHIN = 20 * SECOND

type Outcome = {at: number} | {why: NotDone; isStuck: boolean; detail?: string | null; link?: string}

/** How far a purchase has come. What is done stays done, also where a step before it never was: a sync may have mended it. */
export function purchaseSteps(evidence: PurchaseEvidence, now: number): PurchaseStep[] {
  const outcomes = {
    paid: judgePaid(evidence),
    delivered: judgeDelivered(evidence, now),
    written: judgeWritten(evidence, now),
    seen: judgeSeen(evidence, now),
  }
  let from: number | null = evidence.bought?.createdAt ?? null
  let isReached = true
  return PURCHASE_STEPS.map((step): PurchaseStep => {
    const outcome = outcomes[step]
    const begun = from
    const isLater = !isReached
    isReached = 'at' in outcome
    if ('at' in outcome) {
      from = outcome.at
      return {step, state: 'done', at: outcome.at, from: begun, why: null, detail: null, link: null}
    }
    const {why, isStuck, detail = null, link = null} = outcome
    if (isLater) return {step, state: 'later', at: null, from: null, why: null, detail: null, link: null}
    const state = isStuck ? 'stuck' : 'waiting'
    return {step, state, at: null, from: begun, why, detail, link}
  })
}

function judgePaid({bought, isOpen}: PurchaseEvidence): Outcome {
  return bought ? {at: bought.paidAt} : {why: isOpen ? 'not_paid' : 'not_bought', isStuck: false}
}

function judgeDelivered(evidence: PurchaseEvidence, now: number): Outcome {
  const {bought, noted, untaken, eventsRead, eventsLink: link} = evidence
  if (noted?.state === 'error') return {why: 'failed', isStuck: true, detail: noted.error, link}
  if (noted) return {at: noted.began}
  if (bought && now - bought.paidAt < DELIVERED_WITHIN) return {why: 'on_its_way', isStuck: false}
  if (!eventsRead) return {why: 'not_known', isStuck: true}
  return untaken !== null && untaken > 0
    ? {why: 'not_taken', isStuck: true, link}
    : {why: 'not_told', isStuck: true}
}

function judgeWritten({bought, entry, noted, writes, held}: PurchaseEvidence, now: number): Outcome {
  if (held) return {at: held.createdAt}
  const began = noted?.began ?? bought?.paidAt ?? now
  if (noted?.state !== 'success' && now - began < WRITTEN_WITHIN)
    return {why: 'being_written', isStuck: false}
  if (noted?.source === 'stripe-passes' && !writes) return {why: 'only_notes', isStuck: true}
  const needsPerson = entry !== null && isMismatch(entry.verdict) && entry.confidence !== 'certain'
  return {why: needsPerson ? 'for_a_person' : 'not_written', isStuck: true, detail: entry?.verdict ?? null}
}

function judgeSeen({held, isShown, hidden}: PurchaseEvidence, now: number): Outcome {
  if (held && isShown) return {at: now}
  const isNew = held !== null && now - held.createdAt < SHOWN_WITHIN
  return hidden === null && isNew
    ? {why: 'being_shown', isStuck: false}
    : {why: 'not_shown', isStuck: true, detail: hidden}
}
