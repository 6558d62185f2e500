import {expect, it} from 'vitest'
import {noticesAnswer, type NoticesAnswer} from '../../../plugin/core/contract/health.ts'
import {HOUR, toIso} from '../../../plugin/core/contract/instant.ts'
import {NOW, sale, SCHOOL} from '../setup.ts'
import {examined, theCheck} from './examining.ts'

async function noticed(given: Parameters<typeof examined>[0] = {}) {
  const at = await examined({
    documents: [
      {
        _id: 'webhook-log-1',
        _type: 'webhookLog',
        eventType: 'checkout.session.completed',
        eventId: 'evt_1',
        status: 'error',
        details: {account: 'acct_A', error: 'Request timed out'},
        timestamp: toIso(NOW - HOUR),
      },
      {
        _id: 'P90',
        _type: 'pass',
        name: 'Summer Pass',
        type: 'subscription',
        isActive: true,
        tenant: {_type: 'reference', _ref: 'tenantT'},
      },
    ],
    sessions: [sale()],
    ...given,
  })
  const notices = async (): Promise<NoticesAnswer> => {
    const response = await at.send(`${SCHOOL}/notices`)
    expect(response.status).toBe(200)
    return noticesAnswer.parse(await response.json())
  }
  return {...at, notices}
}

it('What the lake alone knows is told without asking Stripe anything, in the same words as Health tells it.', async () => {
  const {notices, health, stripe, forgetCalls} = await noticed()
  forgetCalls()
  const {checks} = await notices()
  expect(stripe.ledger.requests).toEqual([])
  const failing = checks.flatMap(({id, state}) => (state === 'failing' ? id : []))
  expect(failing).toEqual(expect.arrayContaining(['failures', 'pass_types']))
  const whole = await health()
  for (const check of checks) expect(theCheck(whole, check.id)).toEqual(check)
})

it('Where the lake does not answer nothing is called well.', async () => {
  const {notices, lake} = await noticed({patience: {timeout: 500, firstPause: 1}})
  lake.faults.fail({tag: 'passes.basics', status: 503, times: 40})
  lake.faults.fail({tag: 'passes.deliveries', status: 503, times: 40})
  const {checks} = await notices()
  expect(checks.find(({id}) => id === 'failures')).toMatchObject({
    state: 'unknown',
    facts: {why: 'lake_unavailable'},
  })
  expect(checks.find(({id}) => id === 'pass_types')).toMatchObject({state: 'unknown'})
})
