import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {z} from 'zod/mini'
import {fits} from '../../../plugin/api/fits.ts'

const schema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(5)),
  code: z.nullable(z.string().check(z.length(3))),
  upper: z.optional(z.string().check(z.toUpperCase())),
  uuid: z.optional(z.uuid()),
  trimmed: z.optional(z.string().check(z.trim())),
  price: z.optional(z.number()),
  count: z.optional(z.int()),
  positive: z.optional(z.int().check(z.nonnegative())),
  small: z.optional(z.int32()),
  isOn: z.optional(z.boolean()),
  kind: z.optional(z.enum(['one', 'two'])),
  fixed: z.optional(z.literal('fixed')),
  list: z.optional(z.array(z.object({name: z.string()}))),
  few: z.optional(z.array(z.string()).check(z.maxLength(1))),
  either: z.optional(z.union([z.object({id: z.string()}), z.object({id: z.string(), more: z.string()})])),
  part: z.optional(
    z.discriminatedUnion('is', [
      z.object({is: z.literal('a'), text: z.string()}),
      z.object({is: z.literal('b'), at: z.int()}),
    ]),
  ),
  strict: z.optional(z.strictObject({name: z.string()})),
  loose: z.optional(z.looseObject({name: z.string()})),
  map: z.optional(z.record(z.string(), z.string())),
  any: z.optional(z.unknown()),
})

// Near enough to the schema that some of them fit.
const text = fc.constantFrom('', 'abc', ' abc', 'ABC', 'abcdef', 'one', 'two', 'fixed')
const number = fc.constantFrom(0, 1, -1, 0.5, 2 ** 40, 2 ** 60, 1e308 * 10, NaN)
const leaf = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.uuid())
const inner = fc.oneof(
  leaf,
  fc.array(fc.record({name: leaf}, {noNullPrototype: true}), {maxLength: 2}),
  fc.array(text, {maxLength: 2}),
  fc.record({name: text}, {noNullPrototype: true}),
  fc.record({id: text, more: text}, {requiredKeys: ['id'], noNullPrototype: true}),
  fc.record(
    {is: fc.constantFrom('a', 'b', 'c'), text, at: number},
    {requiredKeys: ['is'], noNullPrototype: true},
  ),
)
const names = Object.keys(schema.shape).filter((name) => name !== 'id' && name !== 'code')
const values = fc
  .tuple(
    fc.record({id: text, code: fc.oneof(text, fc.constant(null))}, {requiredKeys: [], noNullPrototype: true}),
    fc.dictionary(fc.constantFrom(...names, 'unknown'), inner, {maxKeys: 3, noNullPrototype: true}),
  )
  .map(([first, more]) => Object.assign(first, more))

describe('what fits', () => {
  it('is to the letter what its schema would make of it', () => {
    let fitting = 0
    fc.assert(
      fc.property(fc.oneof(values, inner), (value) => {
        if (!fits(schema, value)) return
        fitting += 1
        expect(schema.parse(value)).toStrictEqual(value)
      }),
      {numRuns: 20_000},
    )
    expect(fitting).toBeGreaterThan(100)
  })

  it('is what a school sends: nothing of it is copied', () => {
    const sent = {id: 'cs_1', code: 'nok', kind: 'two', list: [{name: 'Ada'}], part: {is: 'b', at: 5}}
    expect(fits(schema, sent)).toBe(true)
    expect(fits(schema, {id: 'cs_1', code: null})).toBe(true)
  })

  it('is not what parsing would add to', () => {
    expect(fits(z.object({usual: z.optional(z._default(z.string(), 'usual'))}), {})).toBe(false)
  })

  it.each([
    ['a name that the schema does not know', {id: 'cs_1', code: null, other: 1}],
    ['one of another type', {id: 5, code: null}],
    ['one that is missing', {code: null}],
    ['one that is too short', {id: '', code: null}],
    ['text that is not in the form asked for', {id: 'cs_1', code: null, uuid: 'abc'}],
    ['a number beyond the whole ones', {id: 'cs_1', code: null, count: 2 ** 60}],
    ['a list in place of an object', []],
  ])('is not %s', (_, value) => {
    expect(fits(schema, value)).toBe(false)
  })
})
