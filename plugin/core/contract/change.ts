import {z} from 'zod/mini'
import {entitlementFields} from './entitlement.ts'

/** A new entitlement, in our words. The id is derived from the payment, so that a second grant cannot make another. */
export const entitlementCreation = z.object({id: z.string(), fields: z.partial(entitlementFields)})
export type EntitlementCreation = z.infer<typeof entitlementCreation>

export const entitlementPatch = z.object({
  id: z.string(),
  set: z.partial(entitlementFields),
  unset: z.array(z.keyof(entitlementFields)),
})
export type EntitlementPatch = z.infer<typeof entitlementPatch>

/** One change that a repair makes, in our words: `core/documents` turns it into the school's own schema. */
export const change = z.union([z.object({create: entitlementCreation}), z.object({patch: entitlementPatch})])
export type Change = z.infer<typeof change>

/** The same change as it will be written to the dataset: field by field, nothing else. */
export const documentChange = z.union([
  z.object({create: z.looseObject({_id: z.string(), _type: z.string()})}),
  z.object({
    patch: z.object({id: z.string(), set: z.record(z.string(), z.json()), unset: z.array(z.string())}),
  }),
])
export type DocumentChange = z.infer<typeof documentChange>
