import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {audit} from '../../../functions/cli/audit.ts'
import {createHandler} from '../../../functions/index.ts'
import {CONTRACT_HEADER, CONTRACT_VERSION} from '../../../plugin/core/contract/endpoints.ts'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import {createFold} from '../../../plugin/core/contract/fold-facts.ts'
import {toDocumentChange} from '../../../plugin/core/documents/to-document-change.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {membersDocuments} from '../../../studio/members-documents.ts'
import {exportSeed} from '../../../studio/local/demo/export-seed.ts'
import {functionEnvironment} from '../../../studio/local/demo/function-environment.ts'
import {startLake} from '../../../studio/local/lake/start-lake.ts'
import {demoSeed, type DemoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {SCHOOLS} from '../../../studio/local/seed/schools.ts'
import {startStripe} from '../../../studio/local/stripe/start-stripe.ts'
import {printedEntry} from '../../core/printed-entry.ts'
import type {ExpectedEntry} from '../../core/read-scenario.ts'
import {partsOf} from '../setup.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const EVERYTHING = `?from=2025-01-01&to=2026-03-11`

/** What the Studio shows of a school: the function's facts, judged in the browser. */
async function shownEntries(seed: DemoSeed, school: string): Promise<Entry[]> {
  const stripe = await startStripe(seed.stripe, {now: () => NOW})
  const lake = await startLake(seed, {now: () => new Date(NOW)})
  onTestFinished(async () => {
    await Promise.all([lake.close(), stripe.close()])
  })
  const {projectId, dataset} = lake
  const handler = createHandler({
    environment: {
      ...functionEnvironment({documents: seed.documents, people: seed.people, projectId, dataset}),
      SCHOOL_ACCESS: '{"administrator":"*"}',
    },
    stripeApi: stripe.sdk,
    lakeHost: lake.url,
    now: () => NOW,
    log: () => undefined,
  })
  const admin = seed.people.find(({role}) => role === 'administrator')
  const request = new Request(`https://function.example.com/v1/schools/${school}/facts${EVERYTHING}`, {
    headers: {authorization: `Bearer ${admin?.token}`, [CONTRACT_HEADER]: CONTRACT_VERSION},
  })
  const fold = createFold()
  for (const part of await partsOf(await handler(request))) fold.add(part)
  return reconcile(fold.whole().facts, {now: NOW}).entries
}

async function auditedEntries(
  seed: DemoSeed,
  school: string,
  schema: 'platform' | 'members' = 'platform',
): Promise<ExpectedEntry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const [dataset = '', payments = ''] = await exportSeed(seed, folder, schema)
  let printed = ''
  let complaints = ''
  const code = await audit(['--dataset', dataset, '--payments', payments, '--school', school, '--json'], {
    out: {write: (text) => (printed += text)},
    err: {write: (text) => (complaints += text)},
    now: NOW,
    environment: schema === 'members' ? {DOCUMENTS: JSON.stringify(membersDocuments)} : {},
  })
  expect({code, complaints}).toEqual({code: 1, complaints: ''})
  return JSON.parse(printed).entries
}

function inOrder(entries: readonly ExpectedEntry[]): unknown[] {
  return entries
    .map(({entitlements = [], reasons = [], ...rest}) => ({
      ...rest,
      entitlements: entitlements.toSorted(),
      reasons: reasons.toSorted(),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describe('the demo’s own exported seed, audited, says what the Studio shows', () => {
  test.each(SCHOOLS.map(({id, account}) => [id, account]))('of %s', async (school, account) => {
    const seed = demoSeed({now: new Date(NOW)})
    const shown = (await shownEntries(seed, school)).map((entry) =>
      printedEntry(entry, (change) => toDocumentChange(change, {at: NOW, actor: '@actor'})),
    )
    // The export holds every school's sessions and test money too; a live key reads neither with this account.
    const unread = new Set(
      seed.stripe.sessions.flatMap(({id, account: of, livemode}) => (of === account && livemode ? [] : [id])),
    )
    const all = await auditedEntries(seed, school)
    const audited = all.filter(({payment}) => !unread.has(payment ?? ''))
    const beyond = all.filter(({payment}) => unread.has(payment ?? ''))
    expect(beyond.flatMap(({repair}) => repair?.changes ?? [])).toEqual([])
    expect(shown.length).toBeGreaterThan(0)
    expect(inOrder(audited)).toEqual(inOrder(JSON.parse(JSON.stringify(shown))))
  })
})

describe('an export of schools with names of their own, audited with these,', () => {
  test.each(SCHOOLS.map(({id}) => id))(
    'says of %s what the same documents say under the platform’s',
    async (school) => {
      const seed = demoSeed({now: new Date(NOW)})
      const [theirs, platform] = [
        await auditedEntries(seed, school, 'members'),
        await auditedEntries(seed, school),
      ]
      const said = (entries: readonly ExpectedEntry[]) =>
        entries
          .map(({payment, verdict, student, entitlements = []}) =>
            [payment, verdict, student, ...entitlements].join(' '),
          )
          .toSorted()
      expect(theirs.length).toBeGreaterThan(0)
      expect(said(theirs)).toEqual(said(platform))
    },
  )
})
