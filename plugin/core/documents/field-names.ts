import type {EntitlementField} from '../contract/entitlement.ts'

/** How a field of ours is written in a `subscription` document. */
export type FieldRule = {name: string; as: 'plain' | 'reference' | 'time'}

/** The one place that knows the school's own names for what a repair writes. */
export const FIELD_RULES: Readonly<Record<EntitlementField, FieldRule>> = {
  student: {name: 'user', as: 'reference'},
  school: {name: 'tenant', as: 'reference'},
  type: {name: 'type', as: 'plain'},
  starts: {name: 'startDate', as: 'time'},
  ends: {name: 'endDate', as: 'time'},
  pass: {name: 'passId', as: 'plain'},
  passName: {name: 'passName', as: 'plain'},
  price: {name: 'purchasePrice', as: 'plain'},
  classesLeft: {name: 'remainingClips', as: 'plain'},
  active: {name: 'isActive', as: 'plain'},
  session: {name: 'stripeSessionId', as: 'plain'},
  paymentIntent: {name: 'stripePaymentId', as: 'plain'},
  originalPrice: {name: 'originalPrice', as: 'plain'},
  finalPrice: {name: 'finalPrice', as: 'plain'},
  discount: {name: 'discountAmount', as: 'plain'},
  promoCode: {name: 'promoCode', as: 'plain'},
  isUpgrade: {name: 'isUpgrade', as: 'plain'},
  upgradedFrom: {name: 'upgradedFromSubscriptionId', as: 'plain'},
  upgradeCost: {name: 'upgradeCost', as: 'plain'},
  upgradedAt: {name: 'upgradedAt', as: 'time'},
  upgradedToPass: {name: 'upgradedToPassId', as: 'plain'},
  upgradedToPassName: {name: 'upgradedToPassName', as: 'plain'},
  deactivationReason: {name: 'deactivationReason', as: 'plain'},
  deactivatedBy: {name: 'deactivatedBy', as: 'plain'},
  deactivatedAt: {name: 'deactivatedAt', as: 'time'},
  complimentary: {name: 'complimentary', as: 'plain'},
  complimentaryReason: {name: 'complimentaryReason', as: 'plain'},
  complimentaryBy: {name: 'complimentaryBy', as: 'plain'},
  complimentaryAt: {name: 'complimentaryAt', as: 'time'},
  manuallyCreated: {name: 'manuallyCreated', as: 'plain'},
  manualCreationReason: {name: 'manualCreationReason', as: 'plain'},
}
