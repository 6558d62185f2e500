import {describe, expect, onTestFinished, test} from 'vitest'
import {sync} from '../../../functions/cli/sync.ts'
import {newFolder} from '../jobs/setup.ts'
import {sale} from '../setup.ts'
import {syncing, type Syncing} from '../sync/syncing.ts'
import {run as runCommand} from './running.ts'

function run(at: Syncing, args: string[] = [], environment: Record<string, string | undefined> = {}) {
  return runCommand(sync, at, args, {environment, now: at.now.at, more: {}})
}

describe('the sync command', () => {
  test('brings every school up to date, says what it did, and needs no secret of the scheduler', async () => {
    const at = await syncing()
    expect(await run(at)).toMatchObject({code: 0, err: ''})
    const paid = await at.sell()
    at.pass(15)
    const {code, out} = await run(at, ['--every', '60'])
    expect(code).toBe(0)
    expect(out).toBe(
      [
        'tenantT: 1 payments, 0 refunds and 0 disputes read in 3 calls; 1 repaired; nothing left',
        `  done: grant ${paid.id}`,
        'tenantU: 0 payments, 0 refunds and 0 disputes read in 3 calls; 0 repaired; nothing left',
        '',
      ].join('\n'),
    )
    expect(at.state().nextRun).toBe(at.now.at + 60 * 60_000)
  })

  test('with a place where jobs wait, the steps are taken there', {timeout: 60_000}, async () => {
    const at = await syncing()
    await at.sync()
    const paid = await at.sell()
    at.pass(15)
    const {url, remove} = newFolder()
    onTestFinished(remove)
    const {code, out} = await run(at, ['--school', 'tenantT'], {DATABASE_URL: url})
    expect(code).toBe(0)
    expect(out).toContain(`  done: grant ${paid.id}\n`)
    expect(at.state()).toMatchObject({lastRun: {ended: 'done', counts: {repaired: 1}}})
    expect(at.active()).toHaveLength(1)
  })

  test('a dry run says what it would do, and leaves no trace', async () => {
    const at = await syncing()
    await at.sync()
    const before = at.state()
    const paid = await at.sell()
    at.pass(15)
    const {code, out} = await run(at, ['--school', 'tenantT', '--dry-run'])
    expect(code).toBe(1)
    expect(out).toContain(`  would be done: grant ${paid.id}\n`)
    expect(at.state()).toEqual(before)
    expect(at.ofType('passRepair')).toEqual([])
    expect((await at.sync()).repairs).toMatchObject([{payment: paid.id, written: true}])
  })

  test('an earlier moment is read again, and the cursor does not go back', async () => {
    const old = sale({createdAt: '2026-02-20T10:00:00Z'})
    const at = await syncing({sessions: [old]})
    await at.sell()
    await at.sync()
    const {cursor} = at.state()
    at.pass(30)
    const {code, out} = await run(at, ['--school', 'tenantT', '--since', '2026-02-01', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      schools: [{report: {counts: {sessions: 2}, left: [{payment: old.id, verdict: 'missing'}]}}],
    })
    expect(at.state().cursor).toEqual(cursor)
  })

  test('a school that could not be read is told, and is a failure whatever became of the others', async () => {
    const at = await syncing()
    at.stripe.control.disconnect('acct_B')
    const {code, out} = await run(at)
    expect(code).toBe(2)
    expect(out).toContain(
      'tenantU: not done, account_unreadable: the key cannot read this account, account acct_B',
    )
    expect(out).toContain('tenantT: 0 payments')
  })

  test.each([
    [['--since', 'soon'], '--since soon is no time'],
    [['--since', '2030-01-01'], '--since 2030-01-01 is in the future'],
    [['--every', 'hour'], '--every hour is no number of minutes'],
    [['--wright'], 'wright'],
  ])('%j is refused with a sentence and the usage', async (args, sentence) => {
    const at = await syncing()
    const {code, out, err} = await run(at, args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(sentence)
    expect(err).toContain('usage: stripe-passes sync')
  })

  test('names every setting that is missing, and none of their values', async () => {
    const at = await syncing()
    const {code, err} = await run(at, [], {LIVE: undefined, SANITY_DATASET: undefined})
    expect(code).toBe(2)
    expect(err).toBe('LIVE must be true or false; SANITY_DATASET is not set\n')
  })

  test('says it where nobody can tell which schools there are', async () => {
    const at = await syncing()
    at.lake.faults.fail({path: '/data/query', status: 503, times: 10})
    expect(await run(at)).toMatchObject({code: 2, err: 'Sanity did not answer as it should\n'})
  })
})
