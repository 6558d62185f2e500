import {expect, it} from 'vitest'
import type {CheckId, CheckState} from '../../../plugin/core/contract/finding.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {setupSteps} from '../../../plugin/tool/mismatches/setup-steps.ts'

const check = (id: CheckId, state: CheckState): HealthCheck => ({
  id,
  state,
  finding: 'cannot_tell',
  facts: {},
  remedy: null,
  setting: null,
  link: null,
})
const RIGHT: readonly CheckId[] = [
  'settings',
  'dataset',
  'robot_token',
  'school_account',
  'account',
  'permissions',
]
const steps = (...others: HealthCheck[]) => {
  const named = new Set(others.map(({id}) => id))
  const rest = RIGHT.filter((id) => !named.has(id)).map((id) => check(id, 'ok'))
  return setupSteps([...rest, ...others])
}
const states = (...others: HealthCheck[]) => steps(...others).map(({state}) => state)

it('one way to hear of a payment is enough', () => {
  const [webhook, sync] = [check('last_success', 'ok'), check('sync', 'ok')]
  expect(states(webhook, check('sync', 'warning'))).toEqual(['done', 'done', 'done'])
  expect(states(check('last_success', 'failing'), sync)).toEqual(['done', 'done', 'done'])
  expect(states(check('last_success', 'failing'), check('sync', 'warning'))).toEqual([
    'done',
    'done',
    'to_do',
  ])
})

it('a step that is not done says what stands in its way, and one that cannot be told does not pass for done', () => {
  const amiss = steps(
    check('permissions', 'failing'),
    check('account', 'unknown'),
    check('robot_token', 'unknown'),
  )
  expect(amiss.map(({state, checks}) => [state, checks.map(({id}) => id)])).toEqual([
    ['unknown', ['robot_token']],
    ['to_do', ['permissions', 'account']],
    ['to_do', []],
  ])
})
