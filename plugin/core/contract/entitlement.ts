import {z} from 'zod/mini'
import {instant, storedTime} from './instant-schema.ts'
import {ACTOR, NOW} from './placeholders.ts'

const text = z.nullable(z.string())
const amount = z.nullable(z.number())

/** What a student holds. In Sanity the document type is `subscription`. */
export const entitlement = z.object({
  id: z.string().check(z.minLength(1)),
  rev: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** The reference as it stands: a user document's id or, from old webhooks, a Clerk id. */
  student: text,
  school: text,
  /** `single`, `multi-pass`, `clipcard`, `monthly`; in data also raw pass types. */
  type: text,
  starts: z.nullable(storedTime),
  ends: z.nullable(storedTime),
  pass: text,
  passName: text,
  /** Major unit. */
  price: amount,
  /** Null when the field is absent, as on a `monthly`. */
  classesLeft: amount,
  active: z.boolean(),
  /** References: text that claims a payment. Made-up ones occur. */
  session: text,
  paymentIntent: text,
  isUpgrade: z.boolean(),
  upgradedFrom: text,
  upgradeCost: amount,
  upgradedAt: z.nullable(storedTime),
  upgradedToPass: text,
  /** In-place upgrades, oldest first. */
  upgradeHistory: z.array(z.object({fromPass: text, toPass: text, session: text})),
  complimentary: z.boolean(),
  manuallyCreated: z.boolean(),
  deactivationReason: text,
})
export type Entitlement = z.infer<typeof entitlement>

const at = z.union([instant, z.literal(NOW)])

/** The fields that a repair may write, in our words. `core/documents` knows their names in the school's schema. */
export const entitlementFields = z.object({
  /** User document id: written as a reference. */
  student: z.string(),
  /** Tenant document id: written as a reference. */
  school: z.string(),
  type: z.enum(['single', 'multi-pass', 'clipcard', 'monthly']),
  starts: instant,
  ends: instant,
  pass: z.string(),
  passName: z.string(),
  price: z.number(),
  classesLeft: z.int().check(z.nonnegative()),
  active: z.boolean(),
  session: z.string(),
  paymentIntent: z.string(),
  originalPrice: z.number(),
  finalPrice: z.number(),
  discount: z.number(),
  promoCode: z.string(),
  isUpgrade: z.boolean(),
  upgradedFrom: z.string(),
  upgradeCost: z.number(),
  upgradedAt: at,
  upgradedToPass: z.string(),
  upgradedToPassName: z.string(),
  deactivationReason: z.string(),
  deactivatedBy: z.literal(ACTOR),
  deactivatedAt: at,
  complimentary: z.boolean(),
  complimentaryReason: z.string(),
  complimentaryBy: z.literal(ACTOR),
  complimentaryAt: at,
  manuallyCreated: z.boolean(),
  manualCreationReason: z.string(),
})
export type EntitlementFields = z.infer<typeof entitlementFields>
export type EntitlementField = keyof EntitlementFields
