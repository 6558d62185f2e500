import {describe, expect, test} from 'vitest'
import {audit} from '../../../functions/cli/audit.ts'
import {held, sale, setup, type Setup} from '../setup.ts'
import {run as runCommand} from './running.ts'

const paid = sale()

function run(at: Setup, args: string[] = ['--json'], environment: Record<string, string> = {}) {
  return runCommand(audit, at, ['--school', 'tenantT', ...args], {environment, more: {}})
}

function entriesIn(out: string): {payment: string | null; verdict: string; reasons: string[]}[] {
  return JSON.parse(out).entries
}

describe('the audit command with live keys', () => {
  test('reads Stripe and Sanity by itself and says what is missing, writing nothing', async () => {
    const at = await setup({sessions: [paid]})
    const before = at.lake.documents().length
    const {code, out, err} = await run(at)
    expect({code, err}).toEqual({code: 1, err: ''})
    expect(JSON.parse(out)).toMatchObject({
      school: 'tenantT',
      fault: null,
      entries: [
        {
          payment: paid.id,
          student: 'u1',
          pass: 'P3',
          verdict: 'missing',
          confidence: 'certain',
          repair: {kind: 'grant', changes: [{create: {_id: `subscription-${paid.id}`}}]},
        },
      ],
    })
    expect(at.lake.documents()).toHaveLength(before)
    expect(at.lake.ledger.requests.filter(({path}) => path.includes('/data/mutate'))).toEqual([])
  })

  test('answers 0 where everything agrees, in a table that a person can read', async () => {
    const at = await setup({sessions: [paid], documents: [held({stripeSessionId: paid.id})]})
    const {code, out} = await run(at, [])
    expect(code).toBe(0)
    expect(out).toContain('1 payments, 1 passes held: 0 mismatches (1 matched)')
  })

  test('lists the schools there are where it is asked for another, and asks Stripe nothing', async () => {
    const at = await setup({sessions: [paid]})
    const {code, out, err} = await run(at, ['--school', 'nordlys-dance', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({fault: 'not_found', entries: []})
    expect(err).toBe('no school nordlys-dance; there are: tenantT (Nordlys Dance), tenantU (Havn Dance)\n')
    expect(at.stripe.ledger.requests).toEqual([])
  })

  test('reads the period that it is asked for', async () => {
    const early = sale({id: 'cs_live_early', createdAt: '2025-10-01T10:00:00Z'})
    const at = await setup({sessions: [paid, early]})
    const keys = async (...args: string[]) =>
      entriesIn((await run(at, ['--json', ...args])).out).map(({payment}) => payment)
    expect(await keys()).toEqual([paid.id])
    expect(await keys('--from', '2025-09-01')).toEqual([paid.id, 'cs_live_early'])
    expect(await keys('--from', '2025-09-01', '--to', '2026-01-01')).toEqual(['cs_live_early'])
  })

  test('asks Stripe for the ids on passes from before the period, and calls none unpaid that was paid', async () => {
    const early = sale({id: 'cs_live_early', createdAt: '2025-10-01T10:00:00Z'})
    const documents = [
      held({stripeSessionId: 'cs_live_early', _createdAt: '2025-10-01T10:01:00Z'}),
      held({_id: 'sub2', stripeSessionId: 'cs_live_madeup'}),
    ]
    const at = await setup({sessions: [early], documents})
    const {out} = await run(at)
    const verdicts = entriesIn(out).map(({verdict, reasons}) => [
      verdict,
      reasons.includes('unknown_reference'),
    ])
    expect(verdicts).toHaveLength(2)
    expect(verdicts).toEqual(
      expect.arrayContaining([
        ['matched', false],
        ['unpaid', true],
      ]),
    )
  })

  test('knows the platform’s own application where it is told', async () => {
    const at = await setup({sessions: [sale({application: 'ca_ThePlatform'})]})
    const {out} = await run(at, ['--json'], {STRIPE_APPLICATION: 'ca_SomebodyElse'})
    expect(entriesIn(out)).toMatchObject([{reasons: expect.arrayContaining(['foreign_application'])}])
  })

  test('settings that are missing or wrong are named together, and never their values', async () => {
    const at = await setup()
    const {code, out, err} = await run(at, ['--json'], {STRIPE_SECRET_KEY: 'sk_secret', SANITY_DATASET: ''})
    expect(code).toBe(2)
    expect(err).toMatch(/STRIPE_SECRET_KEY must begin with .*; SANITY_DATASET is not set/)
    expect(err).not.toContain('sk_secret')
    expect(JSON.parse(out)).toMatchObject({fault: 'misconfigured', entries: []})
  })

  test.each([
    ['a key of nobody', {STRIPE_SECRET_KEY: 'rk_live_nobodys'}, 'misconfigured', /STRIPE_SECRET_KEY/],
    ['a token that Sanity refuses', {SANITY_WRITE_TOKEN: 'skNobodys'}, 'misconfigured', /SANITY_WRITE_TOKEN/],
    ['a dataset that is not there', {SANITY_DATASET: 'elsewhere'}, 'misconfigured', /dataset/i],
    [
      'an account that the key cannot see',
      {SCHOOL_ACCOUNTS: '{"tenantT":["acct_Foreign"]}'},
      'account_unreadable',
      /acct_Foreign/,
    ],
  ])('%s: says so, and nothing about payment', async (_, environment, fault, sentence) => {
    const at = await setup({sessions: [paid]})
    const {code, out, err} = await run(at, ['--json'], environment)
    expect(err).toMatch(sentence)
    expect(JSON.parse(out)).toMatchObject({fault, entries: []})
    expect(code).toBe(2)
  })

  test('Stripe or Sanity out of reach: says which, and prints no entries', async () => {
    const at = await setup({sessions: [paid]})
    const nowhere = {host: '127.0.0.1', port: 1, protocol: 'http'} as const
    const stripe = await run({...at, stripe: {...at.stripe, sdk: nowhere}})
    expect(stripe.code).toBe(2)
    expect(JSON.parse(stripe.out)).toMatchObject({fault: 'stripe_unavailable', entries: []})
    const lake = await run({...at, lake: {...at.lake, url: 'http://127.0.0.1:1'}})
    expect(lake.code).toBe(2)
    expect(JSON.parse(lake.out)).toMatchObject({fault: 'lake_unavailable', entries: []})
  })
})
