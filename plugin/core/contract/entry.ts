import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'
import {proposal} from './repair.ts'
import {confidence, evidence, reason, verdict} from './verdict-schema.ts'

export const dismissal = z.object({by: z.string(), at: instant, reason: z.string()})
export type Dismissal = z.infer<typeof dismissal>

/**
 * A payment with the entitlements held for it, or an entitlement without payment, and what is to be said of it.
 * Refers to facts by id: whoever shows it looks them up in the same facts.
 */
export const entry = z.object({
  /** The payment's id, else the entitlement's, else the unreadable record's: stable and unique. */
  key: z.string(),
  payment: z.nullable(z.string()),
  entitlements: z.array(z.string()),
  /** The student document that the payment names; null when not settled. */
  student: z.nullable(z.string()),
  /** The pass that was paid for, not the one held; null when not settled. */
  pass: z.nullable(z.string()),
  verdict,
  reasons: z.array(reason),
  notes: z.array(reason),
  confidence,
  evidence: z.array(evidence),
  repair: z.nullable(proposal),
  dismissed: z.nullable(dismissal),
})
export type Entry = z.infer<typeof entry>
