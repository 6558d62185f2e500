import {minorDigits} from '../../core/contract/money.ts'
import type {Pass} from '../../core/contract/pass.ts'
import type {FullWording} from './use-full-wording.ts'

/** A pass that is sold, to be told from others of the same name: `Open week Trial Pass · 250 kr`. */
export function passLabel({id, name, price}: Pass, {text, money, currency}: FullWording): string {
  const called = name?.trim() || id
  if (price === null || currency === null) return called
  const amount = money({minor: Math.round(price * 10 ** minorDigits(currency)), currency})
  return text('entry.pass_price', {name: called, price: amount})
}
