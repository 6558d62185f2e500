import {useCurrentLocale} from 'sanity'
import {minorDigits, toMajor, type Money} from '../../core/contract/money.ts'

const formats = new Map<string, Intl.NumberFormat>()

/**
 * Amounts in the Studio's language: `250 kr`, `99,50 kr`, `$12`.
 *
 * @example const money = useMoney(); money({minor: 25_000, currency: 'nok'}) // '250 kr'
 */
export function useMoney(): (money: Money) => string {
  const {id} = useCurrentLocale()
  return (money) => formatMoney(money, id)
}

/** A school has few prices, and a list of its payments thousands of amounts. */
const AT_MOST = 1_000
const written = new Map<string, string>()

/** The amount as people who pay in that currency write it, with the language's own separators. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency} ${money.minor}`
  const known = written.get(key) ?? writeMoney(money, locale)
  if (written.size >= AT_MOST) written.clear()
  written.set(key, known)
  return known
}

function writeMoney(money: Money, locale: string): string {
  const parts = formatOf(money.currency, locale).formatToParts(toMajor(money))
  const symbol = parts.find(({type}) => type === 'currency')?.value ?? money.currency.toUpperCase()
  const whole = parts.map(({value}) => value).join('')
  // English puts every symbol first, but "kr 250" is not how anybody who pays in kroner writes it.
  if (!/^\p{L}+\.?$/u.test(symbol)) return whole
  const number = parts
    .filter(({type}) => type !== 'currency')
    .map(({value}) => value)
    .join('')
    .trim()
  return `${number}\u00A0${symbol}`
}

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: minorDigits(currency),
    trailingZeroDisplay: 'stripIfInteger',
  })
  formats.set(key, format)
  return format
}
