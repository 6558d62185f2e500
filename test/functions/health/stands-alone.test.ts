import {expect, it} from 'vitest'
import {CHECKS, FINDINGS} from '../../../plugin/core/contract/finding.ts'
import {robot} from '../people.ts'
import {held, sale} from '../setup.ts'
import {examined, theCheck} from './examining.ts'

it('Everything is asked with five calls to Stripe, side by side.', async () => {
  const {health, stripe, lines} = await examined({
    sessions: [sale()],
    documents: [held({stripeSessionId: sale().id})],
  })
  await health()
  stripe.ledger.requests.length = 0
  stripe.faults.latencyMs = 400
  const started = performance.now()
  await health()
  expect(stripe.ledger.requests.map(({path}) => path).sort()).toEqual([
    '/v1/accounts/acct_A',
    '/v1/checkout/sessions',
    '/v1/events',
    '/v1/webhook_endpoints',
    '/v2/core/event_destinations',
  ])
  expect(lines.at(-1)).toMatchObject({stripeCalls: 5, route: '/v1/schools/:school/health'})
  expect(performance.now() - started).toBeLessThan(5 * 400)
})

it('Every check is told once, in its order, with what is known to help.', async () => {
  const {health} = await examined()
  const {checks} = await health()
  expect(checks.map(({id}) => id)).toEqual([...CHECKS])
  for (const {id, finding, state, remedy} of checks) {
    const rule = finding === 'cannot_tell' ? {check: id, state: 'unknown', remedy} : FINDINGS[finding]
    expect({check: id, state, remedy}).toEqual(rule)
  }
})

it.each([
  ['/v1/accounts/acct_A', ['charges', 'permissions']],
  ['/v1/checkout/sessions', ['account', 'permissions', 'sales']],
  ['/v1/events', ['deliveries', 'permissions']],
  ['/v1/webhook_endpoints', ['permissions', 'endpoint_host', 'endpoint_single']],
  ['/v2/core/event_destinations', ['permissions', 'endpoint_host', 'endpoint_connect', 'endpoint_single']],
])('Stripe silent at %s leaves just what hangs on it unknown.', async (path, unknown) => {
  const {health, stripe} = await examined({sessions: [sale()]})
  const before = new Set((await health()).checks.flatMap(({id, state}) => (state === 'unknown' ? id : [])))
  stripe.faults.next({match: {path}, status: 500, times: 20})
  const after = (await health()).checks.flatMap(({id, state}) => (state === 'unknown' ? id : []))
  expect(after.filter((id) => !before.has(id)).sort()).toEqual([...unknown].sort())
})

it('A lake that fails the robot leaves what Stripe says, where the settings know the account.', async () => {
  const {health, lake} = await examined({
    sessions: [sale()],
    environment: {SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A"]}'},
  })
  lake.faults.revoke(robot.id)
  const answer = await health()
  expect(theCheck(answer, 'account')).toMatchObject({state: 'ok'})
  expect(theCheck(answer, 'endpoint_connect')).toMatchObject({state: 'ok'})
  expect(theCheck(answer, 'pass_limits')).toMatchObject({state: 'unknown'})
  expect(theCheck(answer, 'sales')).toMatchObject({state: 'unknown'})
})

it('Nothing that is told holds a key, a token or a secret.', async () => {
  const {health} = await examined({
    environment: {ALERT_WEBHOOK_URL: 'https://alerts.example.com/T0/B0/secret'},
  })
  const told = JSON.stringify(await health())
  for (const secret of ['rk_live', 'whsec', robot.token, 'alerts.example.com'])
    expect(told).not.toContain(secret)
})
