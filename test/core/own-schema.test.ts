import {describe, expect, test} from 'vitest'
import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {isLakeDocument, type LakeDocument} from '../../studio/local/lake/lake-document.ts'
import {asMembers} from '../../studio/local/seed/as-members.ts'
import {demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {MEMBERS, schemaOf} from '../support/own-schema.ts'
import {couldBeMembers, factsOf, readScenarios} from './read-scenario.ts'

const membersSchema = schemaOf(MEMBERS)
const NOW = new Date('2026-03-10T12:00:00Z')

const scenarios = readScenarios().filter(couldBeMembers)

describe('a school that keeps the same under other names is told the same', () => {
  test('in nearly every scenario there is', () => {
    expect(scenarios.length).toBeGreaterThan(60)
  })

  test.each(scenarios.map((scenario) => [scenario.file, scenario] as const))('%s', (_file, scenario) => {
    const platform = factsOf(scenario)
    const members = factsOf(scenario, (document) =>
      membersSchema.read(isLakeDocument(document) ? asMembers(document) : document),
    )
    expect(members).toEqual(platform)
    const now = Date.parse(scenario.now)
    const found = reconcile(platform, {now})
    expect(reconcile(members, {now})).toEqual(found)
    for (const {repair} of found.entries) {
      for (const change of repair?.changes ?? []) {
        const written = toDocumentChange(change)
        expect(flat(membersSchema.write(written))).toEqual(flat(byHand(written)))
        expect(membersSchema.readChange(membersSchema.write(written))).toEqual(written)
      }
    }
  })

  test('in the whole demo', () => {
    const {documents} = demoSeed({now: NOW})
    const members = documents.map((document) => membersSchema.read(asMembers(document)))
    expect(parseDocuments(members, {school: 'school-fjord'})).toEqual(
      parseDocuments(documents, {school: 'school-fjord'}),
    )
  })
})

/** The same change as it would be written by somebody who knows their schema only. */
function byHand(change: DocumentChange): DocumentChange {
  if ('create' in change) return {create: asMembers(change.create)}
  const {id, set, unset} = change.patch
  const whole: LakeDocument = {_id: id, _type: 'subscription', ...set}
  const {_id, _type, ...fields} = asMembers(whole)
  const gone = asMembers({
    _id: id,
    _type: 'subscription',
    ...Object.fromEntries(unset.map((name) => [name, 0])),
  })
  const {_id: goneId, _type: goneType, ...goneFields} = gone
  expect([_id, _type]).toEqual([goneId, goneType])
  return {
    patch: {id, set: JSON.parse(JSON.stringify(dotted(fields))), unset: Object.keys(dotted(goneFields))},
  }
}

function flat(change: DocumentChange): unknown {
  return 'create' in change ? dotted(change.create) : {...change.patch, set: dotted(change.patch.set)}
}

/** `{billing: {session: 'cs_1'}}` as `{'billing.session': 'cs_1'}`; a reference is a value. */
function dotted(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
      isShape(value) && value['_type'] !== 'reference'
        ? Object.entries(dotted(value)).map(([inner, held]) => [`${name}.${inner}`, held])
        : [[name, value]],
    ),
  )
}
