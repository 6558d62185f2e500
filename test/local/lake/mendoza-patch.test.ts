import * as fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {mendozaPatch} from '../../../studio/local/lake/mendoza-patch.ts'

const json = fc.jsonValue({maxDepth: 4})
const keyed = fc.array(fc.record({_key: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.nat(3)}), {maxLength: 4})
const document = fc.oneof(
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'list', 'name'), fc.oneof(json, keyed)),
  fc.constant(null),
)

test("mendoza's own reader gets from any value to any other", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      expect(applyPatch(before, mendozaPatch(before, after))).toEqual(after)
    }),
    {numRuns: 500},
  )
})

test('a deletion is the two numbers that the Studio looks for', () => {
  expect(mendozaPatch({_id: 'a'}, null)).toEqual([0, null])
})

test('what stays the same is not written again', () => {
  const before = {
    _id: 'a',
    list: [
      {_key: 'k1', text: 'one'},
      {_key: 'k2', text: 'two'},
    ],
    long: 'unchanged',
  }
  const after = {
    ...before,
    list: [
      {_key: 'k1', text: 'one'},
      {_key: 'k2', text: 'changed'},
    ],
  }
  expect(JSON.stringify(mendozaPatch(before, after))).not.toMatch(/unchanged|one/)
})
