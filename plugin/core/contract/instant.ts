import type {z} from 'zod/mini'
import type {instant, storedTime} from './instant-schema.ts'

/** A moment as milliseconds since 1970 UTC, a whole number: compares and subtracts without parsing. */
export type Instant = z.infer<typeof instant>

/**
 * A time as somebody stored it: the text, and the moment it means. `at` is null when no moment can be read
 * from the text, so that a garbled date is shown as it stands instead of becoming a guess.
 */
export type StoredTime = z.infer<typeof storedTime>

/**
 * ISO 8601 in UTC, the form in which times are stored and printed.
 *
 * @example toIso(1772359200000) // '2026-03-01T10:00:00.000Z'
 */
export function toIso(at: Instant): string {
  return new Date(at).toISOString()
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
