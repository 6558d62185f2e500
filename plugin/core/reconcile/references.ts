import type {Entitlement} from '../contract/entitlement.ts'

/** How Stripe writes the ids that the platform stores. Others are words that somebody made up. */
const STRIPE_ID = /^(?:cs_(?:live|test)_|pi_|ch_|py_)\S+$/

/** The texts on an entitlement that claim a payment. Scripts wrote them into either field. */
export function referencesOf({session, paymentIntent}: Entitlement): string[] {
  return [session, paymentIntent].filter((reference) => reference !== null)
}

/**
 * What an entitlement's references are worth when no payment that was read answers to them: `none` carries nothing
 * that Stripe could ever have given, `denied` only what Stripe does not know, `unconfirmed` something it may know.
 */
export function standingOf(
  entitlement: Entitlement,
  denied: ReadonlySet<string>,
): 'none' | 'denied' | 'unconfirmed' {
  let standing: 'none' | 'denied' = 'none'
  for (const reference of referencesOf(entitlement)) {
    if (denied.has(reference)) standing = 'denied'
    else if (STRIPE_ID.test(reference)) return 'unconfirmed'
  }
  return standing
}
