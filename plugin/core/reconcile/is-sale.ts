import type {Payment} from '../contract/payment.ts'

const SALES: ReadonlySet<string> = new Set(['pass_purchase', 'pass_upgrade'])

/** Whether nothing says that this is something else than the sale of a pass. */
export function isSale({mode, names, lines}: Payment): boolean {
  if (mode !== 'payment') return false
  if (names.sale !== null) return SALES.has(names.sale)
  if (names.classBooking !== null) return false
  return !lines.some(
    ({product}) => product !== null && product.classBooking !== null && product.pass === null,
  )
}

export function isUpgrade({names}: Payment): boolean {
  return names.sale === 'pass_upgrade'
}
