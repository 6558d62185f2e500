import {canonicalJson} from '../../plugin/core/contract/canonical-json.ts'
import type {Change, DocumentChange} from '../../plugin/core/contract/change.ts'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {ExpectedEntry} from './read-scenario.ts'

type Json = Record<string, unknown>

/** An entry as `audit --json` prints it: notes stand among the reasons, changes are documents. */
export function printedEntry(entry: Entry, toDocument: (change: Change) => DocumentChange): ExpectedEntry {
  const {payment, entitlements, student, pass, verdict, reasons, notes, confidence, repair} = entry
  return {
    payment,
    entitlements,
    student,
    pass,
    verdict,
    reasons: [...reasons, ...notes],
    confidence,
    repair: repair && {
      kind: repair.kind,
      changes: repair.changes.map((change) => toDocument(change)),
      choices: repair.choices,
    },
  }
}

/** What differs from the expectation, in words; a key that is left out of it is not compared. */
export function sameAs(found: ExpectedEntry, expected: ExpectedEntry): string[] {
  const differences: string[] = []
  const say = (what: string, got: unknown, wanted: unknown): void => {
    differences.push(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`)
  }
  for (const key of ['payment', 'student', 'pass', 'verdict', 'confidence'] as const) {
    if (expected[key] !== undefined && found[key] !== expected[key]) say(key, found[key], expected[key])
  }
  for (const reason of expected.reasons ?? []) {
    if (found.reasons?.includes(reason) !== true) say('reasons', found.reasons, reason)
  }
  if (expected.repair === null && found.repair !== null) say('repair', found.repair, null)
  if (expected.repair === null || expected.repair === undefined) return differences
  if (found.repair === null || found.repair === undefined) {
    say('repair', found.repair, expected.repair)
    return differences
  }
  const {kind, changes = [], untouched = [], choices} = expected.repair
  if (found.repair.kind !== kind) say('kind', found.repair.kind, kind)
  for (const change of changes) {
    const same = found.repair.changes?.some((one) => changeContains(one, change)) === true
    if (!same) say('change', found.repair.changes, change)
  }
  for (const change of found.repair.changes ?? []) {
    for (const field of untouched) if (touched(change).includes(field)) say('untouched', change, field)
  }
  if (choices !== undefined && text(found.repair.choices ?? []) !== text(choices)) {
    say('choices', found.repair.choices, choices)
  }
  return differences
}

/** Choices in any order, each written the same way. */
function text(choices: Json[]): string {
  return JSON.stringify(choices.map(canonicalJson).toSorted())
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function touched(change: Json): string[] {
  const {create, patch} = change
  const unset = object(patch)['unset']
  return [
    ...Object.keys(object(create)),
    ...Object.keys(object(object(patch)['set'])),
    ...(Array.isArray(unset) ? unset.map(String) : []),
  ]
}

function changeContains(found: Json, expected: Json): boolean {
  if ('create' in expected) return contains(object(found['create']), object(expected['create']))
  const [got, wanted] = [object(found['patch']), object(expected['patch'])]
  const unset = Array.isArray(got['unset']) ? got['unset'] : []
  const toUnset = Array.isArray(wanted['unset']) ? wanted['unset'] : []
  return (
    got['id'] === wanted['id'] &&
    contains(object(got['set']), object(wanted['set'])) &&
    toUnset.every((field) => unset.includes(field))
  )
}

function contains(found: Json, expected: Json): boolean {
  return Object.entries(expected).every(([field, value]) => {
    // `tenant._ref` in a file means the reference's id.
    const [name = field, inner] = field.split('.')
    const got = inner === undefined ? found[name] : object(found[name])[inner]
    return isSame(got, value)
  })
}

/** Times are compared as instants, all else as it stands. */
function isSame(got: unknown, wanted: unknown): boolean {
  if (typeof got === 'string' && typeof wanted === 'string' && /^\d{4}-\d\d-\d\dT/.test(wanted)) {
    return Date.parse(got) === Date.parse(wanted)
  }
  return JSON.stringify(got) === JSON.stringify(wanted)
}
