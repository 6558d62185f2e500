import type Stripe from 'stripe'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Account, Payments} from '../ports.ts'
import type {Ask} from './ask.ts'
import {onAccount} from './client.ts'
import {coverSessions} from './cover-sessions.ts'
import {finishSessions} from './finish-sessions.ts'
import {readCreated} from './read-created.ts'
import {readDisputes, readRefunds} from './read-money-back.ts'
import {readSince, toAwaiting} from './read-since.ts'
import {listSessions, retrieveSession, type Source} from './read-sessions.ts'
import type {OpenWindows} from './read-windows.ts'
import {createTextSharing} from './share-texts.ts'

type Session = Stripe.Checkout.Session

/**
 * Reads payments with the SDK, each session parsed once into our words.
 *
 * @param options.isStopped true once nobody waits for the answer any more: then no further call goes out
 */
export function createPayments({
  stripe,
  ask,
  isStopped,
}: {
  stripe: Stripe
  ask: Ask
  isStopped: () => boolean
}): Payments {
  const share = createTextSharing()
  const windows = new Map<Account, OpenWindows>()
  return {
    created: (account, period, onPage = () => undefined) =>
      readCreated(from(account), period, {open: openOn(account), onPage}),
    async *many(account, ids, period) {
      const source = from(account)
      const wanted = new Set(ids)
      const missing = new Set(ids)
      const emails = new Set<string>()
      if (period !== null && wanted.size > 1) {
        for await (const page of coverSessions(source, missing, period)) {
          for (const {id, customer_details: customer} of page) {
            if (wanted.has(id) && customer?.email) emails.add(customer.email)
          }
          const kept = page.filter(
            ({id, customer_details: customer}) => wanted.has(id) || emails.has(customer?.email ?? ''),
          )
          if (kept.length > 0) yield await finishSessions(source, kept)
        }
      }
      yield await finishSessions(source, await findSessions(source, [...missing]))
    },
    byId: async (account, id) => {
      const source = from(account)
      const session = await denialAsNull(() => findSession(source, id))
      return session && ((await finishSessions(source, [session]))[0] ?? null)
    },
    byEmail: async (account, email) => {
      const source = from(account)
      return finishSessions(source, await listSessions(source, {customer_details: {email}}))
    },
    page: (account, since, after) => readSince(from(account), since, after),
    again: async (account, ids) => {
      const source = from(account)
      return toAwaiting(source, await findSessions(source, ids))
    },
    moneyBack: (account, kind, page) =>
      kind === 'refunds' ? readRefunds(from(account), page) : readDisputes(from(account), page),
  }

  function from(account: Account): Source {
    return {stripe, ask, account, isStopped, share}
  }

  function openOn(account: Account): OpenWindows {
    const open = windows.get(account) ?? {count: 0}
    windows.set(account, open)
    return open
  }
}

async function findSessions(source: Source, ids: readonly string[]): Promise<Session[]> {
  const found = await Promise.all(ids.map((id) => denialAsNull(() => findSession(source, id))))
  return found.filter((session) => session !== null)
}

/** Any id that an entitlement may carry: a session's, a payment intent's or, from the oldest, a charge's. */
async function findSession(source: Source, id: string): Promise<Session | null> {
  if (id.startsWith('cs_')) return retrieveSession(source, id)
  if (id.startsWith('pi_')) return sessionOfIntent(source, id)
  if (!id.startsWith('ch_') && !id.startsWith('py_')) return null
  const {stripe, ask, account} = source
  const charge = await ask(account, {endpoint: 'charges', object: 'charge'}, () =>
    stripe.charges.retrieve(id, {}, onAccount(account)),
  )
  const intent = typeof charge.payment_intent === 'string' ? charge.payment_intent : charge.payment_intent?.id
  return intent === undefined ? null : sessionOfIntent(source, intent)
}

async function sessionOfIntent(source: Source, intent: string): Promise<Session | null> {
  return (await listSessions(source, {payment_intent: intent}))[0] ?? null
}

async function denialAsNull<T>(find: () => Promise<T | null>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Fault && error.code === 'not_found') return null
    throw error
  }
}
