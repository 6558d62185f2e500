import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'

/** One class booked. It names no entitlement, so use is an estimate when a student holds two of one type. */
export const booking = z.object({student: z.string(), type: z.nullable(z.string()), at: instant})
export type Booking = z.infer<typeof booking>
