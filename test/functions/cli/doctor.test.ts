import {describe, expect, test} from 'vitest'
import {doctor} from '../../../functions/cli/doctor.ts'
import {HOUR, toIso} from '../../../plugin/core/contract/instant.ts'
import {emptySyncState} from '../../../plugin/core/contract/sync-state.ts'
import {syncDocument} from '../../../plugin/core/documents/sync-document.ts'
import {healthAnswer} from '../../../plugin/core/contract/health.ts'
import {functionEnvironment} from '../../../studio/local/demo/function-environment.ts'
import {demoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {listen} from '../../local/stripe/listen.ts'
import base from '../../scenarios/fixtures/base.json' with {type: 'json'}
import {endpoint} from '../health/examining.ts'
import {anEvent, SECRET, setup as setupWebhook} from '../webhook/delivering.ts'
import {robot} from '../people.ts'
import {held, KEY, NOW, sale, setup} from '../setup.ts'
import {run as runCommand} from './running.ts'
import {type LakeDocument, startLake, type Lake} from '../../../studio/local/lake/start-lake.ts'
import {startStripe, type LocalStripe} from '../../../studio/local/stripe/start-stripe.ts'

function run(
  at: {lake: Lake; stripe: LocalStripe},
  args: string[] = [],
  environment: Record<string, string | undefined> = {},
) {
  return runCommand(doctor, at, args, {environment, more: {probeLoopback: true}})
}

describe('the doctor', () => {
  test('examines every school with the settings alone, and says what needs mending first', async () => {
    const at = await setup({sessions: [sale()]})
    const {code, out, err} = await run(at)
    expect({code, err}).toEqual({code: 1, err: ''})
    expect(out).toMatch(/^Passes and payments: is everything in order\?\n2026-03-10 12:00 UTC · real money\n/)
    expect(out).toContain('Nordlys Dance (tenantT)')
    expect(out).toContain('Havn Dance (tenantU)')
    expect(out.indexOf('Needs mending')).toBeLessThan(out.indexOf('In order'))
    expect(out).toContain('✗ Webhook endpoint: Stripe tells nobody of sales: no endpoint hears of them.')
    expect(out).toContain('✗ Sales with their pass: One of 1 sales of the last 30 days has no pass.')
    expect(out).toContain('Last 30 days: 0 of 1 sales have their pass.')
    expect(out).toMatch(/2026-03-01 10:00 UTC +Paid +2000\.00 NOK +10 Single Clip Card +No pass/)
    expect(out.match(/There is no endpoint\./g)).toHaveLength(1)
  })

  test('examines one school, and says so where there is none of that name', async () => {
    const at = await setup()
    const {out} = await run(at, ['--school', 'tenantU'])
    expect(out).toContain('Havn Dance')
    expect(out).not.toContain('Nordlys Dance')
    const none = await run(at, ['--school', 'tenantX'])
    expect(none).toMatchObject({code: 2, out: ''})
    expect(none.err).toMatch(/no school tenantX; there are: .*tenantT/)
  })

  test('says which school a setting names that is not there', async () => {
    const at = await setup()
    const settings = {
      SCHOOL_ACCESS: '{"administrator": ["*"], "front-desk": ["nordlys-dance", "tenantT"]}',
      SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A"], "havn-dance": ["acct_B"]}',
    }
    const {code, out} = await run(at, [], settings)
    expect(code).toBe(1)
    expect(out).toContain(
      '✗ Schools in the settings: There is no school with such an id: SCHOOL_ACCESS nordlys-dance, SCHOOL_ACCOUNTS havn-dance.\n' +
        '      → A school goes by the id of its document, not by its name or slug: put it right, or take it out.',
    )
  })

  test('prints the answers of the contract as JSON', async () => {
    const at = await setup({sessions: [sale()]})
    const {code, out} = await run(at, ['--json'])
    const {schools, live, asOf} = JSON.parse(out)
    expect({code, live, asOf}).toEqual({code: 1, live: true, asOf: '2026-03-10T12:00:00.000Z'})
    expect(
      schools.map(({name, ...answer}: {name: string}) => [name, healthAnswer.parse(answer).school]),
    ).toEqual([
      ['Nordlys Dance', 'tenantT'],
      ['Havn Dance', 'tenantU'],
    ])
  })

  test('writes nothing, and reads Stripe no more than Health does', async () => {
    const at = await setup({documents: [held()]})
    const before = at.lake.documents().length
    await run(at, ['--school', 'tenantT'])
    expect(at.lake.documents()).toHaveLength(before)
    expect(at.stripe.ledger.requests).toHaveLength(5)
    expect(at.stripe.ledger.requests.filter(({method}) => method !== 'GET')).toEqual([])
  })

  test('names every setting that is missing or wrong, and no value of any', async () => {
    const at = await setup()
    const {code, out} = await run(at, [], {LIVE: 'certainly', SANITY_WRITE_TOKEN: undefined})
    expect(code).toBe(2)
    expect(out).toContain('LIVE must be true or false, SANITY_WRITE_TOKEN is not set')
    expect(out).not.toContain('certainly')
    expect(JSON.parse((await run(at, ['--json'], {LIVE: 'certainly'})).out)).toMatchObject({
      settings: {
        finding: 'settings_wrong',
        state: 'failing',
        facts: {settings: ['LIVE must be true or false']},
      },
      schools: [],
    })
  })

  test('says when the schools themselves cannot be read', async () => {
    const at = await setup()
    const {code, out, err} = await run(at, ['--json'], {SANITY_WRITE_TOKEN: 'a-token-that-was-deleted'})
    expect(code).toBe(2)
    expect(err).toContain('SANITY_WRITE_TOKEN')
    expect(JSON.parse(out)).toEqual({asOf: '2026-03-10T12:00:00.000Z', fault: 'misconfigured', schools: []})
  })

  test('explains itself where it is not understood', async () => {
    const at = await setup()
    for (const args of [['--all'], ['--json', '--markdown'], ['tenantT']]) {
      expect(await run(at, args)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('usage: stripe-passes'),
      })
    }
  })

  test('never prints a key, a token or a secret', async () => {
    const at = await setup({sessions: [sale()]})
    const settings = {
      STRIPE_WEBHOOK_SECRETS: 'whsec_aSecretOfTheEndpoint',
      ALERT_WEBHOOK_URL: 'https://alerts.example.com/T0',
    }
    for (const print of [[], ['--json'], ['--markdown']]) {
      const {out, err} = await run(at, print, settings)
      for (const secret of [KEY, robot.token, 'whsec_', 'alerts.example.com'])
        expect(out + err).not.toContain(secret)
    }
  })
})

describe('the doctor’s report in markdown', () => {
  const hostile = '[Win](https://evil.example) <img src=x> `rm` | @channel\n# Owned\u202E'

  test('reads what people typed as text: no link, no markup, no mention, no line of its own', async () => {
    const at = await setup({
      documents: [
        {
          _id: 'P90',
          _type: 'pass',
          name: hostile,
          type: 'subscription',
          isActive: true,
          tenant: {_type: 'reference', _ref: 'tenantT'},
        },
      ],
      sessions: [
        sale({metadata: {type: 'pass_purchase', passId: 'P90', tenantId: 'tenantT', userId: 'user_A'}}),
      ],
    })
    const {out} = await run(at, ['--markdown', '--school', 'tenantT'])
    expect(out).toContain(
      '\\[Win\\]\\(https\\:\\/\\/evil\\.example\\) \\<img src\\=x\\> \\`rm\\` \\| \\@channel \\# Owned',
    )
    expect(out).not.toMatch(/(^|[^\\])\[Win|(^|[^\\])<img|^# Owned/m)
    expect(out).not.toContain('\u202E')
    const row = out.split('\n').find((line) => line.startsWith('| 2026-03-01'))
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(6)
  })

  test('has a heading for the installation and one for each school', async () => {
    const at = await setup()
    const {out} = await run(at, ['--markdown'])
    expect(out.match(/^##? .*$/gm)).toEqual([
      '# Passes and payments: is everything in order?',
      '## The installation',
      '## Nordlys Dance (tenantT)',
      '## Havn Dance (tenantU)',
    ])
  })

  test('draws nothing on a terminal either', async () => {
    const at = await setup({
      documents: [
        {
          _id: 'P90',
          _type: 'pass',
          name: 'Gold\u001B[2J\u202E Pass',
          type: 'x',
          isActive: true,
          tenant: {_type: 'reference', _ref: 'tenantT'},
        },
      ],
    })
    const {out} = await run(at, ['--school', 'tenantT'])
    expect(out).toContain('Gold [2J Pass')
  })
})

describe('the doctor’s exit code', () => {
  const ALERTS = 'https://alerts.example.com/T0'

  /** An installation in which nothing is wrong, and the settings with which that can be seen. */
  async function inOrder() {
    const port = await listen((_request, response) => void response.writeHead(405).end())
    const lastRun = {at: NOW - HOUR, ended: 'done' as const, counts: NOTHING_READ}
    const {_id, _type, fields} = syncDocument({...emptySyncState('tenantT'), lastRun})
    const at = await setupWebhook({
      webhookEndpoints: [endpoint({url: `http://127.0.0.1:${port}/hook`})],
      documents: [{_id, _type, ...fields}, SUCCESS, ...offSale('P5', 'P6')],
      environment: {WEBHOOK_WRITES: 'off'},
    })
    await at.tell(anEvent({type: 'account.updated'}))
    const environment = {
      WEBHOOK_HOSTS: '127.0.0.1',
      ALERT_WEBHOOK_URL: ALERTS,
      STRIPE_WEBHOOK_SECRETS: SECRET,
    }
    return {at, environment}
  }

  test('is 0 where everything is in order', async () => {
    const {at, environment} = await inOrder()
    const {code, out} = await run(at, ['--school', 'tenantT'], environment)
    expect(out).not.toMatch(/Needs mending|Worth a look|Can’t tell/)
    expect(code).toBe(0)
  })

  test('is 1 for what is worth a look only', async () => {
    const {at, environment} = await inOrder()
    const {code, out} = await run(at, ['--school', 'tenantT'], {...environment, ALERT_WEBHOOK_URL: undefined})
    expect(out).not.toContain('Needs mending')
    expect(code).toBe(1)
  })

  test('is 2 where nothing is known to be wrong, but something could not be told', async () => {
    const {at, environment} = await inOrder()
    const {code, out} = await run(at, ['--school', 'tenantT'], {...environment, WEBHOOK_HOSTS: undefined})
    expect(out).toContain('Can’t tell')
    expect(code).toBe(2)
  })
})

const NOTHING_READ = {sessions: 0, refunds: 0, disputes: 0, calls: 1, repaired: 0, left: {}}

/** What the platform's own webhook wrote an hour ago. */
const SUCCESS: LakeDocument = {
  _id: 'webhook-log-1',
  _type: 'webhookLog',
  eventType: 'checkout.session.completed',
  eventId: 'evt_platform',
  status: 'success',
  details: {account: 'acct_A'},
  timestamp: toIso(NOW - HOUR),
}

/** Passes of the fixtures that nothing could grant, taken off sale. */
function offSale(...ids: string[]): LakeDocument[] {
  return base.documents.flatMap((document) =>
    ids.includes(document._id) ? [{...document, isActive: false}] : [],
  )
}

test('Run against the demo it prints a report that needs no code to be understood.', async () => {
  const seed = demoSeed({now: new Date(NOW)})
  const stripe = await startStripe(seed.stripe, {now: () => NOW})
  const lake = await startLake(seed, {now: () => new Date(NOW)})
  try {
    const {documents, people} = seed
    const {projectId, dataset} = lake
    const environment = functionEnvironment({documents, people, projectId, dataset})
    const {code, out} = await run({lake, stripe}, [], environment)
    expect(code).toBe(1)
    expect(out).toContain('Fjord Dance Studio (school-fjord)')
    expect(out).toContain(
      'Of kinds that nothing can grant: 1 Course (8 weeks), 2 Course Pass, 3 Course Pass, 4 Course Pass.',
    )
    expect(out).toMatch(/250\.00 NOK +Drop-in Class +On its way/)
    expect(out).toContain('→ Open the pass and complete it, or take it off sale.')
    expect(out).not.toMatch(/undefined|\bnull\b|NaN|\{\{/)
  } finally {
    await Promise.all([lake.close(), stripe.close()])
  }
})
