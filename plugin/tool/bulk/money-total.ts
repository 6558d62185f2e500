import type {Money} from '../../core/contract/money.ts'

/** Amounts added up, currency by currency, in words; null where there is none. */
export function moneyTotal(amounts: readonly (Money | null)[], money: (of: Money) => string): string | null {
  const sums = new Map<string, number>()
  for (const amount of amounts) {
    if (amount !== null) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
  }
  const words = [...sums].map(([currency, minor]) => money({currency, minor}))
  return words.length === 0 ? null : words.join(' + ')
}
