import type {Ledger, Unreadable} from '../../plugin/core/contract/facts.ts'
import type {Names, Payment} from '../../plugin/core/contract/payment.ts'
import type {Named, Reading} from '../ports.ts'

export function isPayment(reading: Reading): reading is Payment {
  return !('source' in reading)
}

/** Readings apart: the payments, and what could not be read. */
export function partsOf(readings: readonly Reading[]): {payments: Payment[]; unreadable: Unreadable[]} {
  return {
    payments: readings.filter(isPayment),
    unreadable: readings.flatMap((reading) => (isPayment(reading) ? [] : reading)),
  }
}

/** The ids by which an entitlement may refer to a payment. */
export function referencesOf(reading: Reading): string[] {
  if (!isPayment(reading)) return reading.id === null ? [] : [reading.id]
  const {id, paymentIntent, charge, chargePaymentIntent} = reading
  return [id, paymentIntent, charge, chargePaymentIntent].flatMap((text) => text ?? [])
}

/** Everybody and everything that payments name, to be looked up in the lake. */
export function namedBy(readings: readonly Reading[]): Named {
  const payments = readings.filter(isPayment)
  const names = payments.flatMap(allNames)
  return {
    people: names.flatMap(({clerkId}) => clerkId ?? []),
    emails: payments.flatMap(({email}) => email ?? []),
    passes: names.flatMap(({pass}) => pass ?? []),
    entitlements: names.flatMap(({upgradeFrom}) => upgradeFrom ?? []),
    references: readings.flatMap(referencesOf),
  }
}

/** What several readings name, together. */
export function allOf(named: readonly Named[]): Named {
  return {
    people: named.flatMap(({people}) => people),
    emails: named.flatMap(({emails}) => emails),
    passes: named.flatMap(({passes}) => passes),
    entitlements: named.flatMap(({entitlements}) => entitlements),
    references: named.flatMap(({references}) => references),
  }
}

/**
 * Makes the test whether a session of the platform's own account is this school's: that account was everybody's, so
 * only what names the school, its pass, or is held at it may leave the function.
 */
export function createIsOfSchool({school, passes, entitlements}: Ledger): (reading: Reading) => boolean {
  const ours = new Set(passes.flatMap((pass) => (pass.school === school.id ? [pass.id] : [])))
  const held = entitlements.filter((entitlement) => entitlement.school === school.id)
  const references = new Set(held.flatMap(({session, paymentIntent}) => [session, paymentIntent]))
  return (reading) =>
    referencesOf(reading).some((id) => references.has(id)) ||
    (isPayment(reading) &&
      allNames(reading).some((names) => names.school === school.id || ours.has(names.pass ?? '')))
}

function allNames(payment: Payment): Names[] {
  return [payment.names, ...payment.lines.flatMap(({product}) => product ?? [])]
}
