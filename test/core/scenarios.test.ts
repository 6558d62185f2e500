import {describe, expect, test} from 'vitest'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {printedEntry, sameAs} from './printed-entry.ts'
import {factsOf, readScenarios, type ExpectedEntry} from './read-scenario.ts'

function keyOf({payment, entitlements}: ExpectedEntry): string {
  return JSON.stringify([payment ?? null, (entitlements ?? []).toSorted()])
}

describe('every scenario comes out as it says', () => {
  const scenarios = readScenarios()

  test('there are scenarios', () => {
    expect(scenarios.length).toBeGreaterThan(30)
  })

  for (const scenario of scenarios) {
    test(`${scenario.file}: ${scenario.name}`, () => {
      const {fault, entries} = reconcile(factsOf(scenario), {now: Date.parse(scenario.now)})
      expect(fault).toBe(scenario.expect.fault ?? null)
      const printed = entries.map((entry: Entry) => printedEntry(entry, toDocumentChange))
      const expected = scenario.expect.entries
      expect(printed.map(keyOf).toSorted()).toEqual(expected.map(keyOf).toSorted())
      for (const one of expected) {
        const found = printed.find((entry) => keyOf(entry) === keyOf(one))
        expect(found && sameAs(found, one)).toEqual([])
      }
    })
  }
})
