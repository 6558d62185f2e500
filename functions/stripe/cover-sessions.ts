import type Stripe from 'stripe'
import type {Period} from '../ports.ts'
import {listPage, secondsOf, type Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

/**
 * Reads whole pages of a period, newest first, until no session is missing any more. Gives up as soon as the pages
 * that are left, at the density seen so far, would cost more calls than asking for each missing session by itself.
 *
 * @param missing what was found is taken out of it
 * @returns page by page, every session that was read, wanted or not
 */
export async function* coverSessions(
  source: Source,
  missing: Set<string>,
  period: Period,
): AsyncGenerator<Session[]> {
  const {from: gte, to: lt} = secondsOf(period)
  let after: string | null = null
  for (let pages = 1; missing.size > 0; pages += 1) {
    const page = await listPage(source, {created: {gte, lt}}, after)
    for (const {id} of page.data) missing.delete(id)
    yield page.data
    const last = page.data.at(-1)
    if (!page.has_more || last === undefined) return
    if (pagesLeft(period, last.created * 1_000, pages) > missing.size) return
    after = last.id
  }
}

function pagesLeft({from, to}: Period, readDownTo: number, pages: number): number {
  const perPage = Math.max(1, to - readDownTo) / pages
  return Math.ceil(Math.max(0, readDownTo - from) / perPage)
}
