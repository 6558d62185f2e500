import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, describe, expect, test} from 'vitest'
import {audit} from '../../../functions/cli/audit.ts'
import {sameAs} from '../../core/printed-entry.ts'
import {documentsOf, readScenarios, type ExpectedEntry, type Scenario} from '../../core/read-scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-'))
afterAll(() => rmSync(folder, {recursive: true}))

type Files = {documents: string[]; payments: string[]}

function filesOf(scenario: Scenario): Files {
  const {denied = [], unreadable} = scenario
  return {
    documents: documentsOf(scenario).map((one) => JSON.stringify(one)),
    payments: [
      ...scenario.payments.map((one) => JSON.stringify(one)),
      ...denied.map((id) => JSON.stringify({object: 'denied', id})),
      ...(unreadable === undefined ? [] : [JSON.stringify({object: 'account_error', ...unreadable})]),
    ],
  }
}

async function run({documents, payments}: Files, ...more: string[]) {
  const [dataset, sessions] = [join(folder, 'data.ndjson'), join(folder, 'payments.ndjson')]
  writeFileSync(dataset, documents.join('\n'))
  writeFileSync(sessions, payments.join('\n'))
  const printed = {out: '', err: ''}
  const code = await audit(['--dataset', dataset, '--payments', sessions, ...more], {
    out: {write: (text) => (printed.out += text)},
    err: {write: (text) => (printed.err += text)},
    now: Date.parse('2026-03-10T12:00:00Z'),
    environment: {},
  })
  return {code, ...printed}
}

function keyOf({payment, entitlements}: ExpectedEntry): string {
  return JSON.stringify([payment ?? null, (entitlements ?? []).toSorted()])
}

const scenarios = readScenarios()
const [first] = scenarios
if (first === undefined) throw new Error('no scenarios')
const ofFirst = filesOf(first)
const school = ['--school', first.school]

describe('the audit command says of every scenario what the engine says', () => {
  for (const scenario of scenarios) {
    test(`${scenario.file}: ${scenario.name}`, async () => {
      const {code, out} = await run(
        filesOf(scenario),
        '--school',
        scenario.school,
        '--now',
        scenario.now,
        '--json',
      )
      const printed = JSON.parse(out)
      const entries: ExpectedEntry[] = printed.entries
      const {expect: wanted} = scenario
      expect(printed).toMatchObject({school: scenario.school, fault: wanted.fault ?? null})
      expect(Date.parse(printed.asOf)).toBe(Date.parse(scenario.now))
      expect(entries.map(keyOf).toSorted()).toEqual(wanted.entries.map(keyOf).toSorted())
      const differences = wanted.entries.flatMap((one) => {
        const found = entries.find((entry) => keyOf(entry) === keyOf(one))
        return found === undefined ? ['not found'] : sameAs(found, one)
      })
      expect(differences).toEqual([])
      const inOrder = new Set(['matched', 'in_transit', 'excluded'])
      const isInOrder = wanted.entries.every(({verdict = ''}) => inOrder.has(verdict))
      expect(code).toBe((wanted.fault ?? null) !== null ? 2 : isInOrder ? 0 : 1)
    })
  }
})

describe('the audit command', () => {
  test('prints a table that a person can read', async () => {
    const {code, out} = await run(ofFirst, ...school)
    expect(code).toBe(1)
    expect(out).toMatch(/^Nordlys Dance \(tenantT\) as of 2026-03-10T12:00:00\.000Z\n\nverdict/)
    expect(out).toMatch(/missing\s+certain\s+2026-03-01\s+2000\.00 nok\s+Ada Lind\s+10 Single Clip Card/)
    expect(out).toContain('1 payments, 0 passes held: 1 mismatches (1 missing)')
  })

  test('prints CSV in which nothing runs as a formula', async () => {
    const documents = ofFirst.documents.map((line) => line.replace('"Ada Lind"', '"=HYPERLINK(\\"x\\"),Ada"'))
    const {out} = await run({...ofFirst, documents}, ...school, '--csv')
    expect(out).toContain(`,"'=HYPERLINK(""x""),Ada",`)
  })

  test('an export cut off in the middle is one row and one message, and all else comes out', async () => {
    const [payment = ''] = ofFirst.payments
    const payments = [payment, payment.slice(0, 200), '']
    const documents = [...ofFirst.documents, '{"_id":"cut']
    const {code, out, err} = await run({documents, payments}, ...school, '--json')
    expect(code).toBe(1)
    expect(err).toMatch(/payments\.ndjson, line 2: not JSON/)
    expect(err).toMatch(/data\.ndjson, line \d+: not JSON/)
    expect(JSON.parse(out).entries.map(({verdict}: ExpectedEntry) => verdict)).toEqual([
      'missing',
      'unreadable',
      'unreadable',
    ])
  })

  test('a session that does not say which account it is from is not guessed to be the platform’s', async () => {
    const payments = ofFirst.payments.map((line) => line.replace('"account":"acct_A",', ''))
    const {out} = await run({...ofFirst, payments}, ...school, '--json')
    expect(JSON.parse(out).entries).toMatchObject([{verdict: 'unreadable', reasons: ['unreadable_payment']}])
  })

  test('an account that cannot be seen is said, and nothing about payment', async () => {
    const error = {
      object: 'account_error',
      account: 'acct_A',
      error: {code: 'account_invalid', message: 'no access'},
    }
    const {code, out, err} = await run({...ofFirst, payments: [JSON.stringify(error)]}, ...school, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({fault: 'account_unreadable', entries: []})
    expect(err).toContain('cannot see acct_A: no access (account_invalid)')
  })

  test.each([
    ['no files and no keys', ['--school', 'T'], /live keys are needed: STRIPE_SECRET_KEY is not set; LIVE/],
    ['one file of two', ['--payments', 'b', '--school', 'T'], /--dataset is missing/],
    ['the other file of two', ['--dataset', 'a', '--school', 'T'], /--payments is missing/],
    ['files and no school', ['--dataset', 'a', '--payments', 'b'], /--school is missing/],
    [
      'files and a period',
      ['--dataset', 'a', '--payments', 'b', '--school', 'T', '--from', '2026-01-01'],
      /--from and --to are about live keys/,
    ],
    ['keys and --test', ['--school', 'T', '--test'], /LIVE says which money/],
    ['two ways to print', ['--school', 'T', '--json', '--csv'], /either --json or --csv/],
    ['a transit that is none', ['--school', 'T', '--transit=-1'], /--transit -1/],
    ['a day that is none', ['--school', 'T', '--from', 'spring'], /from must be an ISO date/],
    ['an option that is none', ['--colour'], /--colour/],
    [
      'a moment that is none',
      ['--dataset', 'a', '--payments', 'b', '--school', 'T', '--now', 'soon'],
      /--now soon/,
    ],
    ['a file that is not there', ['--dataset', '/nowhere', '--payments', 'b', '--school', 'T'], /ENOENT/],
  ])('%s: says so', async (_, args, message) => {
    let err = ''
    const streams = {
      out: {write: () => true},
      err: {write: (text: string) => (err += text)},
      now: 0,
      environment: {},
    }
    expect(await audit(args, streams)).toBe(2)
    expect(err).toMatch(message)
  })

  test('a school that the export does not hold', async () => {
    const {code, out, err} = await run(ofFirst, '--school', 'nobody', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({fault: 'not_found', entries: []})
    expect(err).toContain('no school nobody; there are: tenantT (Nordlys Dance)')
  })

  test('runs as a command', async () => {
    await run(ofFirst, ...school)
    const command = new URL('../../../functions/cli/stripe-passes.ts', import.meta.url).pathname
    const args = [
      'audit',
      '--dataset',
      join(folder, 'data.ndjson'),
      '--payments',
      join(folder, 'payments.ndjson'),
    ]
    const ran = promisify(execFile)(process.execPath, [command, ...args, ...school, '--json'])
    await expect(ran).rejects.toMatchObject({code: 1, stdout: expect.stringContaining('"missing"')})
  })
})
