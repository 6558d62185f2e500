import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {expect, onTestFinished, test} from 'vitest'
import {exportSeed} from '../../../studio/local/demo/export-seed.ts'
import {readDataset, readSessions} from '../../../studio/local/demo/own-dataset.ts'
import {seedOf} from '../../../studio/local/demo/seed-of.ts'
import {asMembers} from '../../../studio/local/seed/as-members.ts'
import {demoSeed} from '../../../studio/local/seed/demo-seed.ts'

async function setup(content: string | Buffer = '') {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const path = join(folder, 'data.ndjson')
  await writeFile(path, content)
  return {folder, path}
}

const now = new Date('2026-03-10T12:00:00Z')

test('The demo schools written out and read again are the same schools.', async () => {
  const {folder} = await setup()
  const seed = demoSeed({now})
  const [dataset = '', payments = ''] = await exportSeed(seed, folder)
  const again = await seedOf({dataset, payments}, {now, tokenOf: (person) => `token of ${person}`})
  expect(again.documents).toEqual(seed.documents)
  expect(JSON.stringify(again.stripe.sessions)).toBe(JSON.stringify(seed.stripe.sessions))
})

test('Written out under the members’ names, they are read again as the members’ schools have them.', async () => {
  const {folder} = await setup()
  const seed = demoSeed({now})
  const [dataset = '', payments = ''] = await exportSeed(seed, folder, 'members')
  const again = await seedOf({dataset, payments}, {now, tokenOf: (person) => `token of ${person}`})
  expect(again.documents).toEqual(seed.documents.map(asMembers))
  // Shown with `--schema members` they are not translated twice.
  expect(again.documents.map(asMembers)).toEqual(again.documents)
  expect(JSON.stringify(again.stripe)).toBe(JSON.stringify(seed.stripe))
})

test.each([
  {_id: 't1', _type: 'tenant', schoolName: 'Mine', stripeConnect: {accountId: 'acct_mine'}},
  {_id: 't1', _type: 'danceSchool', title: 'Mine', payments: {account: 'acct_mine'}},
])('An account that only the export names can be read, and is empty: $_type', async (school) => {
  const {path} = await setup(JSON.stringify(school))
  const seed = await seedOf({dataset: path, payments: null}, {now, tokenOf: (person) => person})
  expect(seed.stripe.accounts.map(({account}) => account.id)).toContain('acct_mine')
})

test.each([
  ['{"_id": "a", "_type": "pass"}\n{"_id": "b", "_ty', /line 2: not JSON/],
  [
    '{"_id": "a", "_type": "pass"}\n\n{"_id": 4, "_type": "pass"}',
    /line 3: a document needs an _id and a _type/,
  ],
])('A line that is no document is named by its number: %j', async (content, words) => {
  const {path} = await setup(content)
  await expect(readDataset(path)).rejects.toThrow(words)
})

test('A file that is not there is named.', async () => {
  await expect(readDataset('/nowhere/data.ndjson')).rejects.toThrow('/nowhere/data.ndjson')
})

test('An archive is answered with how to unpack it.', async () => {
  const {path} = await setup(gzipSync('{}'))
  await expect(readDataset(path)).rejects.toThrow(/archive.*tar -xzf/)
})

test('A payment without its account is refused by its line.', async () => {
  const {path} = await setup('{"object": "checkout.session", "id": "cs_1", "created": 1, "livemode": true}')
  await expect(readSessions(path)).rejects.toThrow(/line 1: not a Checkout Session with an "account"/)
})
