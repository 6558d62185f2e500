import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {accountsAt, PLATFORM_UNTIL} from '../access/accounts-of.ts'
import type {Account, Payments, Reading} from '../ports.ts'

const AT_MOST = 50
// A pass of the old days may have been granted some weeks after it was paid.
const GRANTED_LATE = 60 * DAY

/** What became of the ids: the payments behind them, those that Stripe denies, and how many passes are left over. */
export type Confirmation = {readings: Reading[]; denied: string[]; unchecked: number}

/**
 * Asks Stripe for the ids on passes whose payment was not read. Absence from a page is no evidence: only a denial
 * by every account of the school counts.
 *
 * @param known ids of payments that were read
 */
export async function confirmReferences(
  {payments, accounts, live}: {payments: Payments; accounts: readonly string[]; live: boolean},
  entitlements: readonly Entitlement[],
  known: ReadonlySet<string>,
): Promise<Confirmation> {
  const open = entitlements.map((held) => referencesOn(held)).filter((ids) => ids.length > 0)
  const unread = open.filter((ids) => !ids.some((id) => known.has(id)))
  const askable = unread.filter((ids) => ids.every((id) => isOfMode(id, live)))
  const asked = askable.slice(0, AT_MOST)
  const answers = new Map<string, Promise<Reading | null>>()
  const found = await Promise.all(asked.map((ids) => firstFound(ids)))
  return {
    readings: [...new Map(found.flatMap(({reading}) => (reading ? [[reading.id, reading]] : []))).values()],
    denied: [...new Set(found.flatMap(({denied}) => denied))],
    unchecked: unread.length - asked.length,
  }

  async function firstFound([id, ...rest]: string[]): Promise<{reading: Reading | null; denied: string[]}> {
    if (id === undefined) return {reading: null, denied: []}
    const asking = answers.get(id) ?? findOn(payments, accountsOf(id), id)
    answers.set(id, asking)
    const reading = await asking
    if (reading) return {reading, denied: []}
    const next = await firstFound(rest)
    return {reading: next.reading, denied: [id, ...next.denied]}
  }

  function accountsOf(id: string): Account[] {
    const held = entitlements.find(({session, paymentIntent}) => session === id || paymentIntent === id)
    return accountsAt(accounts, held && held.createdAt < PLATFORM_UNTIL + GRANTED_LATE ? 0 : PLATFORM_UNTIL)
  }
}

/** The first account that knows the id answers; null when all deny it. */
export async function findOn(
  payments: Payments,
  [account, ...others]: readonly Account[],
  id: string,
): Promise<Reading | null> {
  if (account === undefined) return null
  return (await payments.byId(account, id)) ?? findOn(payments, others, id)
}

function referencesOn({session, paymentIntent}: Entitlement): string[] {
  return [session, paymentIntent].flatMap((id) => id ?? [])
}

// A key sees one mode only: its denial says nothing about ids of the other.
function isOfMode(id: string, live: boolean): boolean {
  return !id.startsWith(live ? 'cs_test_' : 'cs_live_')
}
