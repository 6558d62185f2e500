import {SECOND} from '../../../core/contract/instant.ts'
import type {PurchaseStep} from '../../../core/contract/purchase.ts'
import type {Text} from '../../../i18n/use-text.ts'
import {spanWords} from '../../parts/span-words.ts'

/** How long a step took; null where it is not done. Two clocks may differ by a little: less than nothing is a moment. */
export function tookWords({from, at}: Pick<PurchaseStep, 'from' | 'at'>, text: Text): string | null {
  if (from === null || at === null) return null
  return at - from < SECOND ? text('purchase.moment') : spanWords(at - from, text)
}
