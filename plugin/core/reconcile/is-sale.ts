import type {Payment} from '../contract/payment.ts'

/** Whether nothing says that this is something else than the sale of a pass. */
export function isSale(payment: Payment): boolean {
  const {mode, names, lines} = payment
  if (mode !== 'payment') return false
  if (isUpgrade(payment)) return true
  if (names.sale !== null) return names.sale === 'pass_purchase'
  if (names.classBooking !== null) return false
  return !lines.some(
    ({product}) => product !== null && product.classBooking !== null && product.pass === null,
  )
}

/** The oldest upgrades are known by what they name, whatever they call themselves. */
export function isUpgrade({names}: Payment): boolean {
  return names.sale === 'pass_upgrade' || (names.upgradeFrom !== null && names.pass !== null)
}
