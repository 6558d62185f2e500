import {z} from 'zod/mini'
import {isShape} from '../core/contract/shape.ts'

type Test = (value: unknown) => boolean

const tests = new WeakMap<z.core.$ZodType, Test>()

/**
 * Whether a value is to the letter what its schema would make of it, so that there is nothing left to parse. Ten
 * thousand payments are tested in a tenth of the time that making their copies takes. False says nothing: what is in
 * doubt is for the schema itself to parse, or to refuse.
 *
 * @example fits(factsPart, json) ? json : factsPart.parse(json)
 */
export function fits<Output>(schema: z.ZodMiniType<Output>, value: unknown): value is Output {
  return testOf(schema)(value)
}

function testOf(schema: z.core.$ZodType): Test {
  const test = tests.get(schema) ?? makeTest(schema)
  tests.set(schema, test)
  return test
}

function makeTest(schema: z.core.$ZodType): Test {
  const {checks = []} = schema._zod.def
  if (checks.length > 0 || schema instanceof z.ZodMiniStringFormat) return parses(schema)
  if (schema instanceof z.ZodMiniString) return (value) => typeof value === 'string'
  if (schema instanceof z.ZodMiniObject) return testObject(schema)
  if (schema instanceof z.ZodMiniNullable) {
    const inner = testOf(schema._zod.def.innerType)
    return (value) => value === null || inner(value)
  }
  if (schema instanceof z.ZodMiniOptional) {
    const inner = testOf(schema._zod.def.innerType)
    const mayLack = parses(schema)(undefined)
    return (value) => (value === undefined ? mayLack : inner(value))
  }
  if (schema instanceof z.ZodMiniArray) {
    const element = testOf(schema._zod.def.element)
    return (value) => Array.isArray(value) && value.every(element)
  }
  if (schema instanceof z.ZodMiniNumberFormat)
    return schema._zod.def.format === 'safeint' ? Number.isSafeInteger : parses(schema)
  if (schema instanceof z.ZodMiniNumber) return Number.isFinite
  if (schema instanceof z.ZodMiniBoolean) return (value) => typeof value === 'boolean'
  if (schema instanceof z.ZodMiniEnum || schema instanceof z.ZodMiniLiteral) {
    const values: ReadonlySet<unknown> = schema._zod.values
    return (value) => values.has(value)
  }
  // By its discriminator a value fits one of the options at most; of others it is the first that counts.
  if (schema instanceof z.ZodMiniDiscriminatedUnion) {
    const options = schema._zod.def.options.map(testOf)
    return (value) => options.some((option) => option(value))
  }
  return parses(schema)
}

/** A name that the schema does not know would be left out of a copy. */
function testObject(schema: z.ZodMiniObject): Test {
  const {shape, catchall} = schema._zod.def
  if (catchall !== undefined) return parses(schema)
  const fields = Object.entries(shape).map(([name, field]) => ({name, test: testOf(field)}))
  const mayLack = Object.values(shape).some((field) => field instanceof z.ZodMiniOptional)
  return (value) => {
    if (!isShape(value) || !fields.every(({name, test}) => test(value[name]))) return false
    const names = Object.keys(value)
    return mayLack ? names.every((name) => Object.hasOwn(shape, name)) : names.length === fields.length
  }
}

/** What is made anew by parsing, such as a list, never passes. */
function parses(schema: z.core.$ZodType): Test {
  return (value) => {
    const parsed = z.safeParse(schema, value)
    return parsed.success && Object.is(parsed.data, value)
  }
}
