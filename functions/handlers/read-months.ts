import type {ReadWindow} from '../../plugin/core/contract/facts.ts'
import {PLATFORM_UNTIL} from '../access/accounts-of.ts'
import {monthsOf} from '../months-of.ts'
import type {Payments, Period, Reading} from '../ports.ts'

/** One month: what the school's own accounts have, and what the platform's shared one has for anybody. */
export type MonthOfReadings = {month: string; read: Promise<{own: Reading[]; shared: Reading[]}>}

/** From when to when each account is to be read: the platform's own only where the period reaches back that far. */
export function windowsOf(accounts: readonly string[], {from, to}: Period): ReadWindow[] {
  const own = accounts.map((account) => ({account, from, to}))
  return from < PLATFORM_UNTIL ? [...own, {account: null, from, to: Math.min(to, PLATFORM_UNTIL)}] : own
}

/**
 * Begins to read all months at once, newest first: Stripe's limit then sets the speed, not its distance.
 *
 * @param options.isKnown of such a month nothing is asked, and nothing comes
 * @param options.onProgress hears how many sessions have been read so far
 */
export function readMonths(
  payments: Payments,
  windows: readonly ReadWindow[],
  {isKnown, onProgress}: {isKnown: (month: string) => boolean; onProgress: (read: number) => Promise<void>},
): MonthOfReadings[] {
  let sessions = 0
  const onPage = (more: number): void => {
    sessions += more
    // Nobody waits for a progress line, and one that can't be sent is no failure of the reading.
    onProgress(sessions).catch(() => undefined)
  }
  const parts = windows.flatMap(({account, ...period}) =>
    monthsOf(period).map(({month, from, to}) => ({account, month, from, to})),
  )
  const names = [...new Set(parts.map(({month}) => month))].toSorted().toReversed()
  return names.map((name) => {
    const read = Promise.all(
      parts
        .filter(({month}) => month === name && !isKnown(month))
        .map(async ({account, from, to}) => ({
          isShared: account === null,
          readings: await payments.created(account, {from, to}, onPage),
        })),
    ).then((all) => ({
      own: all.flatMap(({isShared, readings}) => (isShared ? [] : readings)),
      shared: all.flatMap(({isShared, readings}) => (isShared ? readings : [])),
    }))
    // It is awaited when its turn comes; until then its failure must not count as unhandled.
    read.catch(() => undefined)
    return {month: name, read}
  })
}
