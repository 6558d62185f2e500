import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'
import {upkeep} from './upkeep.ts'

/** Why nobody knows whose money a school's is: its document names no account, or another school claims the same. */
const accountTrouble = z.enum(['no_account', 'claimed_twice'])

/** `GET /v1/overview`: what is remembered of every school that the actor may act for. Stripe is not asked. */
export const overviewAnswer = z.object({
  asOf: instant,
  schools: z.array(z.object({school: z.string(), trouble: z.nullable(accountTrouble), upkeep})),
})
export type OverviewAnswer = z.infer<typeof overviewAnswer>
