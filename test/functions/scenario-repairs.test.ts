import {describe, expect, it} from 'vitest'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {choice, repairKind, type PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {sessionFromJson} from '../../studio/local/stripe/objects/session-from-json.ts'
import {isLakeDocument} from '../../studio/local/lake/lake-document.ts'
import {couldBeMembers, type ExpectedEntry, readScenarios, type Scenario} from '../core/read-scenario.ts'
import {MEMBERS, type OwnSchema} from '../support/own-schema.ts'
import {previewOf, repair} from './repairing.ts'
import {PREVIEW, REPAIRS, setup, type Setup} from './setup.ts'

type Json = Readonly<Record<string, unknown>>

/** The entries of a scenario that propose something, each with what somebody would press. */
function proposals(scenario: Scenario) {
  return scenario.expect.entries.flatMap((entry) => {
    const {repair: proposed} = entry
    if (!proposed) return []
    const wishes = (proposed.choices ?? []).length === 0 ? [{}] : (proposed.choices ?? [])
    return wishes.map((chosen) => ({entry, changes: proposed.changes ?? [], wish: wishOf(entry, chosen)}))
  })
}

function wishOf({payment, entitlements, repair: proposed}: ExpectedEntry, chosen: Json): PreviewRequest {
  const decided = choice.parse(chosen)
  // A live key sees no test session: the pass itself is asked about then, and a person says why it ends.
  const isTest = payment?.startsWith('cs_test_') === true
  const ownId = entitlements?.[0] ?? ''
  return {
    subject: payment != null && !isTest ? {payment} : {entitlement: ownId},
    kind: repairKind.parse(proposed?.kind),
    ...(Object.keys(decided).length > 0 && {choice: decided}),
    ...((decided.start === 'today' || isTest) && {reason: 'as it was agreed'}),
  }
}

async function open(scenario: Scenario, own?: OwnSchema) {
  const known = new Set(scenario.documents.map(({_id}) => _id))
  expect(known.size).toBe(scenario.documents.length)
  const at = await setup({
    ...(own && {own}),
    documents: scenario.documents.filter(isLakeDocument),
    sessions: scenario.payments.map(sessionFromJson),
  })
  at.now.at = Date.parse(scenario.now)
  return at
}

/** What stands in the lake, but for records and what the lake itself keeps. */
function standing(at: Setup): Map<string, Json> {
  const documents = at.documents().filter(({_type}) => _type !== 'passRepair')
  return new Map(
    documents.map((document) => [
      document._id,
      Object.fromEntries(
        Object.entries(document).filter(([name]) => !/^_(rev|updatedAt|createdAt)$/.test(name)),
      ),
    ]),
  )
}

/** The documents that differ, by id: those that were made whole, of the others the fields that changed. */
function written(before: Map<string, Json>, after: Map<string, Json>): Record<string, Json> {
  const changed: [string, Json][] = []
  for (const [id, document] of after) {
    const earlier = before.get(id) ?? {}
    const names = [...new Set([...Object.keys(earlier), ...Object.keys(document)])]
    const differ = names.filter((name) => JSON.stringify(earlier[name]) !== JSON.stringify(document[name]))
    if (differ.length > 0) {
      changed.push([id, Object.fromEntries(differ.map((name) => [name, document[name]]))])
    }
  }
  return Object.fromEntries(changed)
}

function objectIn(of: Json, name: string): Json {
  const value = of[name]
  return isShape(value) ? value : {}
}

/** The fields that a scenario says are written, by document id. A time may be written in another way. */
function expected(changes: readonly Json[]): Record<string, Json> {
  return Object.fromEntries(
    changes.map((change): [string, Json] => {
      if ('create' in change) {
        const create = objectIn(change, 'create')
        return [String(create['_id']), asWritten(create)]
      }
      const patch = objectIn(change, 'patch')
      return [String(patch['id']), asWritten(objectIn(patch, 'set'))]
    }),
  )
}

function asWritten(of: Json): Json {
  return Object.fromEntries(
    Object.entries(of).map(([name, value]) => {
      if (name.endsWith('._ref')) return [name.replace('._ref', ''), expect.objectContaining({_ref: value})]
      const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      return [name, isTime ? new Date(value).toISOString() : value]
    }),
  )
}

const withRepair = readScenarios().filter((scenario) => proposals(scenario).length > 0)

/** Carries out what a scenario proposes, and compares what then stands in the lake with what it says. */
async function carriedOut(scenario: Scenario, {wish, changes, entry}: Proposal, own?: OwnSchema) {
  const at = await open(scenario, own)
  const before = standing(at)
  const records = at.ofType('passRepair').length
  const shown = await previewOf(at, wish)
  const {record} = await repair(at, wish)
  const after = standing(at)
  expect(Object.fromEntries(after)).toMatchObject(expected(changes))
  // What was shown is what was written, and nothing else; a choice comes to what the scenario leaves open.
  const done = written(before, after)
  expect(Object.keys(done).toSorted()).toEqual(idsOf(shown.documents))
  const meant = wish.kind === 'choose' ? shown.documents : changes
  expect(idsOf(shown.documents)).toEqual(idsOf(meant))
  const fields = Object.values(done).flatMap((document) => Object.keys(document))
  expect(fields.filter((field) => entry.repair?.untouched?.includes(field))).toEqual([])
  expect(at.ofType('passRepair')).toHaveLength(records + 1)
  return at.document(record.id)
}

describe('what a scenario proposes, carried out, leaves what it says', () => {
  it('for more than fifteen of them', () => {
    expect(withRepair.length).toBeGreaterThan(15)
  })

  const decided = cases((one) => !isUndecided(one.wish) && isWritable(one))

  it.each(decided)('%s', async (...[, scenario, proposal]) => {
    expect(await carriedOut(scenario, proposal)).toMatchObject({verdict: proposal.entry.verdict})
  })

  it.each(decided.filter(([, scenario]) => couldBeMembers(scenario)))(
    '%s, by the names of another school',
    async (...[, scenario, proposal]) => {
      const {verdict} = proposal.entry
      expect(await carriedOut(scenario, proposal, MEMBERS)).toMatchObject({verdict})
    },
  )

  it.each(cases((one) => !isWritable(one)))(
    '%s: nothing, under an id that no document can have',
    async (...[, scenario, {wish}]) => {
      const at = await open(scenario)
      const {plan} = await previewOf(at, wish)
      expect(await at.fault(REPAIRS, {body: {...wish, plan}})).toMatchObject({code: 'not_repairable'})
      expect(at.ofType('passRepair')).toEqual([])
    },
  )

  it.each(cases(({wish}) => isUndecided(wish)))(
    '%s: nothing, until somebody has chosen',
    async (_name, scenario, {wish}) => {
      const at = await open(scenario)
      expect(await at.fault(PREVIEW, {body: wish})).toMatchObject({
        code: expect.stringMatching(/^(invalid_request|not_repairable|not_found)$/),
      })
    },
  )
})

type Proposal = ReturnType<typeof proposals>[number]

function cases(which: (proposal: Proposal) => boolean): [string, Scenario, Proposal][] {
  return withRepair.flatMap((scenario) =>
    proposals(scenario)
      .filter(which)
      .map((proposal): [string, Scenario, Proposal] => [
        `${scenario.file} ${JSON.stringify(proposal.wish.choice ?? proposal.wish.subject)}`,
        scenario,
        proposal,
      ]),
  )
}

/** Stripe's ids are letters and digits; a scenario may think of others. */
function isWritable({changes}: Proposal): boolean {
  return idsOf(changes).every((id) => /^[\w.-]+$/.test(id))
}

function isUndecided({kind, choice: decided}: PreviewRequest): boolean {
  return kind === 'choose' && decided === undefined
}

function idsOf(changes: readonly Json[]): string[] {
  return Object.keys(expected(changes)).toSorted()
}
