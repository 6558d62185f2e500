import type Stripe from 'stripe'
import type {Period} from '../ports.ts'
import {createdIn, listPage, type Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

/**
 * Reads whole pages of a period, newest first, until all wanted sessions are among them. Gives up as soon as the pages
 * that are left, at the density seen so far, would cost more calls than asking for each wanted session by itself.
 *
 * @returns every session that was read, wanted or not
 */
export async function coverSessions(
  source: Source,
  wanted: ReadonlySet<string>,
  period: Period,
): Promise<Session[]> {
  const read: Session[] = []
  const missing = new Set(wanted)
  let after: string | undefined
  for (let pages = 1; missing.size > 0; pages += 1) {
    const page = await listPage(source, createdIn(period), after)
    read.push(...page.data)
    for (const {id} of page.data) missing.delete(id)
    const last = page.data.at(-1)
    if (!page.has_more || last === undefined) break
    if (pagesLeft(period, last.created * 1_000, pages) > missing.size) break
    after = last.id
  }
  return read
}

function pagesLeft({from, to}: Period, readDownTo: number, pages: number): number {
  const perPage = Math.max(1, to - readDownTo) / pages
  return Math.ceil(Math.max(0, readDownTo - from) / perPage)
}
