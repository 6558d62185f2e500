import type {EntitlementCreation} from '../contract/change.ts'
import {toMajor} from '../contract/money.ts'
import type {Pass} from '../contract/pass.ts'
import type {Payment} from '../contract/payment.ts'
import {isUpgrade} from './is-sale.ts'
import type {Terms} from './terms.ts'

export type GrantFields = EntitlementCreation['fields']

/** The document id of the entitlement that a payment earns: two clicks, two people or a retry make one document. */
export function grantedId(payment: Payment): string {
  return `subscription-${payment.id}`
}

/**
 * What the entitlement's price says: what was paid, or for an upgrade the full price of the new pass. Null where an
 * upgrade does not name that price: what was charged is only the difference.
 */
export function paidPrice(payment: Payment): number | null {
  if (!isUpgrade(payment)) return toMajor(payment.total)
  return payment.names.newPassPrice ?? payment.names.finalPrice
}

/** Every field that a grant writes. */
export function grantFields(
  payment: Payment,
  {student, school, pass, terms}: {student: string; school: string; pass: Pass; terms: Terms},
): GrantFields {
  const {names} = payment
  const price = paidPrice(payment)
  return {
    student,
    school,
    type: terms.type,
    starts: terms.starts,
    ends: terms.ends,
    pass: pass.id,
    ...(pass.name === null ? {} : {passName: pass.name}),
    ...(price === null ? {} : {price}),
    ...(terms.classes === null ? {} : {classesLeft: terms.classes}),
    active: true,
    session: payment.id,
    ...(payment.paymentIntent === null ? {} : {paymentIntent: payment.paymentIntent}),
    ...(names.originalPrice === null ? {} : {originalPrice: names.originalPrice}),
    ...(names.finalPrice === null ? {} : {finalPrice: names.finalPrice}),
    ...(names.discount === null ? {} : {discount: names.discount}),
    ...(names.promoCode === null ? {} : {promoCode: names.promoCode}),
    ...upgradeFields(payment),
  }
}

function upgradeFields(payment: Payment): GrantFields {
  if (!isUpgrade(payment)) return {}
  const from = payment.names.upgradeFrom
  return {
    isUpgrade: true,
    ...(from === null ? {} : {upgradedFrom: from}),
    upgradeCost: toMajor(payment.total),
  }
}
