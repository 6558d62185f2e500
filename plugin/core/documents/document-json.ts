import {z} from 'zod/mini'

const fields = z.record(z.string(), z.json())

/** Fields that were read from a record's text, known to be nothing but JSON again. */
export function documentJson(from: Readonly<Record<string, unknown>>): z.infer<typeof fields> {
  return fields.parse(from)
}
