import type {z} from 'zod/mini'
import {fits} from './fits.ts'

/** What a schema makes of JSON, or the field that it could not read. */
export function parseJson<Output>(
  schema: z.ZodMiniType<Output>,
  json: unknown,
): {success: true; data: Output} | {success: false; field: string} {
  if (fits(schema, json)) return {success: true, data: json}
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed
  return {success: false, field: parsed.error.issues[0]?.path.join('.') ?? ''}
}
