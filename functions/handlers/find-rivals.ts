import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import type {Receipt} from '../../plugin/core/contract/repair.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {readable} from './carry-out.ts'
import {referencesOf} from './readings.ts'
import type {RequestCase} from './request-case.ts'

/** A pass that was just made, and the payment it was made for. */
export type Made = {payment: Payment; receipt: Receipt}

/**
 * Looks once more who holds a pass for these payments: the platform's webhook checks, then creates with an id of its
 * own, and no transaction of ours can keep it from doing so in between.
 *
 * @returns the active passes of somebody else, by payment; null where that could not be read: the repair itself is
 *   written, and the next reading will show a duplicate in any case
 */
export async function findRivals(
  {ledger}: RequestCase,
  made: readonly Made[],
  timeZone: string,
): Promise<ReadonlyMap<string, Entitlement[]> | null> {
  if (made.length === 0) return new Map()
  try {
    const documents = await ledger.heldFor(made.flatMap(({payment}) => referencesOf(payment)))
    const held = documents
      .filter(isShape)
      .flatMap((document) => readable(document, timeZone))
      .filter(({active}) => active)
    return new Map(made.map((one) => [one.payment.id, rivalsOf(one, held)]))
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
}

function rivalsOf({payment, receipt}: Made, held: readonly Entitlement[]): Entitlement[] {
  const ids = new Set(referencesOf(payment))
  const own = new Set(receipt.entitlements.map(({id}) => id))
  return held.filter(
    ({id, session, paymentIntent}) =>
      !own.has(id) && (ids.has(session ?? '') || ids.has(paymentIntent ?? '')),
  )
}
