import {z} from 'zod/mini'
import {CHECKS, CHECK_STATES, FINDINGS, REMEDIES, type Finding} from './finding.ts'
import {instant} from './instant-schema.ts'
import {money} from './money-schema.ts'

const findings = Object.keys(FINDINGS).filter((key): key is Finding => key in FINDINGS)

/** Texts, counts and lists for a finding's sentence. A name that ends in `At` is a moment. Never a setting's value. */
const checkFacts = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
export type CheckFacts = z.infer<typeof checkFacts>

/** One thing that was looked at, by itself: what was found, and what to do about it. Sentences live in `words`. */
export const healthCheck = z.object({
  id: z.enum(CHECKS),
  state: z.enum(CHECK_STATES),
  /** `cannot_tell`, with the state `unknown` and why among the facts. */
  finding: z.enum([...findings, 'cannot_tell']),
  facts: checkFacts,
  remedy: z.nullable(z.enum(REMEDIES)),
  /** The function's setting that the remedy is about: no browser knows the name of a secret but from here. */
  setting: z.nullable(z.string()),
  /** Where in Stripe's dashboard it can be mended. */
  link: z.nullable(z.string()),
})
export type HealthCheck = z.infer<typeof healthCheck>

/** One of the last things that Stripe had to tell, and what became of it. */
export const healthEvent = z.object({
  id: z.string(),
  type: z.string(),
  at: instant,
  session: z.nullable(z.string()),
  amount: z.nullable(money),
  pass: z.nullable(z.object({id: z.string(), name: z.nullable(z.string())})),
  /** Endpoints that have not taken it yet. */
  pending: z.int(),
  /** What is held for it; null where it is about no sale of this school. */
  entitlements: z.nullable(z.array(z.string())),
  /** Paid so lately that a webhook may still grant it. */
  inTransit: z.boolean(),
})
export type HealthEvent = z.infer<typeof healthEvent>

/** Sales of passes that are paid for and not within the transit time, and how many of them have their pass. */
export const salesCount = z.object({
  days: z.int(),
  paid: z.int(),
  granted: z.int(),
  /** False where there were more sales than were read: then these are the newest. */
  complete: z.boolean(),
})
export type SalesCount = z.infer<typeof salesCount>

/** Events that a webhook could not deal with and that no later try mended, by why. */
export const failureCount = z.object({
  /** A fault's code, `unfinished` where it was cut off, or what the platform's own webhook noted. */
  cause: z.string(),
  count: z.int(),
  lastAt: instant,
})
export type FailureCount = z.infer<typeof failureCount>

/** One day on the school's clock. What could not be read of it is null, never zero. */
export const healthDay = z.object({
  /** `2026-03-10` */
  day: z.string(),
  /** Passes that were paid for on this day, and how many of them have been granted since. */
  sales: z.nullable(z.object({paid: z.int(), granted: z.int()})),
  /** Events of this day that a webhook took or could not deal with. */
  deliveries: z.nullable(z.object({taken: z.int(), failed: z.int()})),
  /** Events of this day that an endpoint has not taken yet. */
  pending: z.nullable(z.int()),
})
export type HealthDay = z.infer<typeof healthDay>

/** `GET …/health`. A list that could not be read is null, never empty. */
export const healthAnswer = z.object({
  school: z.string(),
  asOf: instant,
  /** False: nothing here says anything about real money. */
  live: z.boolean(),
  checks: z.array(healthCheck),
  /** When a webhook, this function's or the platform's own, last did its work. */
  lastSuccess: z.nullable(instant),
  /** Of the last week, the most frequent first. */
  failures: z.nullable(z.array(failureCount)),
  pending: z.nullable(z.int()),
  /** The last 30 days, oldest first; null where the school's clock is not known. */
  days: z.nullable(z.array(healthDay)),
  /** Newest first, at most 20. */
  events: z.nullable(z.array(healthEvent)),
  sales: z.nullable(z.array(salesCount)),
  /** The passes that the school sells. */
  onSale: z.nullable(z.array(z.object({id: z.string(), name: z.nullable(z.string())}))),
})
export type HealthAnswer = z.infer<typeof healthAnswer>

/** `GET …/notices`: the checks that the lake alone answers. Stripe is not asked. */
export const noticesAnswer = z.pick(healthAnswer, {school: true, asOf: true, checks: true})
export type NoticesAnswer = z.infer<typeof noticesAnswer>
