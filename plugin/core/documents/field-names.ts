import type {EntitlementField} from '../contract/entitlement.ts'

/** What a repair writes in a `subscription` document, by our names. */
export const ENTITLEMENT_NAMES: Readonly<Record<EntitlementField, string>> = {
  student: 'user',
  school: 'tenant',
  type: 'type',
  starts: 'startDate',
  ends: 'endDate',
  pass: 'passId',
  passName: 'passName',
  price: 'purchasePrice',
  classesLeft: 'remainingClips',
  active: 'isActive',
  session: 'stripeSessionId',
  paymentIntent: 'stripePaymentId',
  originalPrice: 'originalPrice',
  finalPrice: 'finalPrice',
  discount: 'discountAmount',
  promoCode: 'promoCode',
  isUpgrade: 'isUpgrade',
  upgradedFrom: 'upgradedFromSubscriptionId',
  upgradeCost: 'upgradeCost',
  upgradedAt: 'upgradedAt',
  upgradedToPass: 'upgradedToPassId',
  upgradedToPassName: 'upgradedToPassName',
  deactivationReason: 'deactivationReason',
  deactivatedBy: 'deactivatedBy',
  deactivatedAt: 'deactivatedAt',
  complimentary: 'complimentary',
  complimentaryReason: 'complimentaryReason',
  complimentaryBy: 'complimentaryBy',
  complimentaryAt: 'complimentaryAt',
  manuallyCreated: 'manuallyCreated',
  manualCreationReason: 'manualCreationReason',
}

const AS: Partial<Record<EntitlementField, 'reference' | 'time'>> = {
  student: 'reference',
  school: 'reference',
  starts: 'time',
  ends: 'time',
  upgradedAt: 'time',
  deactivatedAt: 'time',
  complimentaryAt: 'time',
}

/** How a field of ours is written in a `subscription` document. */
export type FieldRule = {name: string; as: 'plain' | 'reference' | 'time'}

export function fieldRule(field: EntitlementField): FieldRule {
  return {name: ENTITLEMENT_NAMES[field], as: AS[field] ?? 'plain'}
}

export function isEntitlementField(name: string): name is EntitlementField {
  return Object.hasOwn(ENTITLEMENT_NAMES, name)
}
