import type {z} from 'zod/mini'
import type {money} from './money-schema.ts'

/** An amount in the currency's minor unit (øre, cents, and whole units where there is no smaller one). */
export type Money = z.infer<typeof money>

// Stripe's lists of currencies without and with three decimals: https://docs.stripe.com/currencies
const NO_DECIMALS = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '))
const THREE_DECIMALS = new Set('bhd jod kwd omr tnd'.split(' '))

/** Digits between minor and major unit: 0, 2 or 3. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (NO_DECIMALS.has(currency)) return 0
  return THREE_DECIMALS.has(currency) ? 3 : 2
}

/**
 * The amount in the major unit (kroner), the unit in which the lake stores prices.
 *
 * @example toMajor({minor: 25000, currency: 'nok'}) // 250
 */
export function toMajor({minor, currency}: Money): number {
  return minor / 10 ** minorDigits(currency)
}
