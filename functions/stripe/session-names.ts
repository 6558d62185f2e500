import type {Names} from '../../plugin/core/contract/payment.ts'
import type {Shape} from '../../plugin/core/contract/shape.ts'

function text(metadata: Shape, field: string): string | null {
  const value = metadata[field]
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

function amount(metadata: Shape, field: string): number | null {
  const value = text(metadata, field)
  if (value === null) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** What a metadata map names. The oldest upgrades say `newPassId` and `subscriptionId` for pass and origin. */
export function sessionNames(metadata: Shape): Names {
  const newPass = text(metadata, 'newPassId')
  return {
    sale: text(metadata, 'type'),
    pass: text(metadata, 'passId') ?? newPass,
    passType: text(metadata, 'passType'),
    clerkId: text(metadata, 'userId'),
    school: text(metadata, 'tenantId'),
    classBooking: text(metadata, 'classId'),
    upgradeFrom:
      text(metadata, 'upgradeFromSubscriptionId') ??
      (newPass === null ? null : text(metadata, 'subscriptionId')),
    originalPrice: amount(metadata, 'originalPrice'),
    finalPrice: amount(metadata, 'finalPrice'),
    discount: amount(metadata, 'discountAmount'),
    promoCode: text(metadata, 'promoCode'),
    newPassPrice: amount(metadata, 'newPassPrice'),
    upgradeCost: amount(metadata, 'upgradeCost'),
  }
}
