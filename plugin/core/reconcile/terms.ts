import type {EntitlementFields} from '../contract/entitlement.ts'
import {DAY, type Instant} from '../contract/instant.ts'
import type {Pass} from '../contract/pass.ts'
import type {Payment} from '../contract/payment.ts'

export type GrantedType = EntitlementFields['type']

/** What a pass gives from a date. `classes` is null where it is unlimited. */
export type Terms = {type: GrantedType; classes: number | null; starts: Instant; ends: Instant}

const GRANTED: Readonly<Record<string, GrantedType>> = {
  single: 'single',
  multi: 'clipcard',
  'multi-pass': 'multi-pass',
  unlimited: 'monthly',
}
/** The last moment that a date can hold. */
const LAST = 8_640_000_000_000_000

/** What a pass of this type is granted as; null for a type that nothing can grant. There is no default. */
export function grantedType(passType: string | null): GrantedType | null {
  const type = passType ?? ''
  return Object.hasOwn(GRANTED, type) ? (GRANTED[type] ?? null) : null
}

/** Whether the catalogue may say something else today than it said when this was sold. */
export function isChangedSince(pass: Pass, payment: Payment): boolean {
  return pass.updatedAt > payment.createdAt
}

/** The pass's type when it was sold, as the payment itself says. */
export function soldType(payment: Payment): string | null {
  return (
    payment.names.passType ?? payment.lines.find(({product}) => product !== null)?.product?.passType ?? null
  )
}

/**
 * What a payment earns, from the sale on or from `starts`; null where the pass, as it is configured, gives nothing
 * that could be granted: an unusable type, validity or limit, or an end that was over before it began.
 */
export function earnedTerms(payment: Payment, pass: Pass, starts = payment.createdAt): Terms | null {
  const sold = isChangedSince(pass, payment) ? grantedType(soldType(payment)) : null
  return termsOf(pass, starts, sold ?? grantedType(pass.type))
}

/** What a pass gives from a moment, as today's catalogue has it. */
export function termsOf(pass: Pass, starts: Instant, type = grantedType(pass.type)): Terms | null {
  const ends = endOf(pass, starts)
  if (type === null || ends === null || ends <= starts || ends > LAST) return null
  if (type === 'monthly') return {type, classes: null, starts, ends}
  const classes = type === 'single' ? 1 : classLimit(pass)
  return classes === null ? null : {type, classes, starts, ends}
}

/** How many classes a pass has when it counts them; null where that cannot be said. */
export function classLimit({classesLimit}: Pass): number | null {
  const limit = classesLimit ?? 0
  return Number.isSafeInteger(limit) && limit > 0 ? limit : null
}

/** Whether the pass ends on a date of its own, whenever it starts. */
export function hasFixedEnd({validity}: Pass): boolean {
  return validity === 'date'
}

/** When a pass that starts then is over; null where its configuration does not say. */
export function endOf(pass: Pass, starts: Instant): Instant | null {
  if (hasFixedEnd(pass)) return pass.expiry?.at ?? null
  return pass.validityDays === null ? null : Math.round(starts + pass.validityDays * DAY)
}
