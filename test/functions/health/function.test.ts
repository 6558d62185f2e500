import {describe, expect, it} from 'vitest'
import {people, robot, una, vic} from '../people.ts'
import {readOnlyPermissions} from '../../../studio/local/stripe/permissions.ts'
import {sale, setup} from '../setup.ts'
import {examined, HEALTH, theCheck} from './examining.ts'

const TEST_KEY = 'rk_test_readsWhatTheFunctionReads'

function withRobot(words: Partial<typeof robot>) {
  return [...people.filter(({id}) => id !== robot.id), {...robot, ...words}]
}

describe('the settings', () => {
  it('of the right form are told so', async () => {
    const {check} = await examined()
    expect(await check('settings')).toMatchObject({state: 'ok', finding: 'settings_right'})
  })

  it('that are missing or of the wrong form are named, each of them and none with its value', async () => {
    const {fault} = await setup({
      environment: {LIVE: 'yes', SANITY_DATASET: undefined, WEBHOOK_HOSTS: 'https://x'},
    })
    const answer = await fault(HEALTH)
    expect(answer).toMatchObject({
      status: 500,
      code: 'misconfigured',
      detail: {settings: 'LIVE, WEBHOOK_HOSTS, SANITY_DATASET'},
    })
    expect(answer.message).not.toContain('yes')
  })

  it('that contradict the key’s mode are named', async () => {
    const {fault} = await setup({environment: {LIVE: 'false'}})
    expect(await fault(HEALTH)).toMatchObject({
      code: 'misconfigured',
      detail: {settings: 'STRIPE_SECRET_KEY, LIVE'},
    })
  })

  it('without an address for alerts are a warning; with one they are not', async () => {
    const without = await examined()
    expect(await without.check('alerts')).toMatchObject({state: 'warning', remedy: 'set_alerts'})
    const set = await examined({environment: {ALERT_WEBHOOK_URL: 'https://alerts.example.com/secret-path'}})
    expect(await set.check('alerts')).toMatchObject({state: 'ok', facts: {}})
  })
})

describe('the schools that settings name', () => {
  it('are there, or are named with their setting', async () => {
    const {check} = await examined()
    expect(await check('schools')).toMatchObject({state: 'ok', finding: 'schools_there'})
    const SCHOOL_ACCESS = '{"viewer": ["tenantT"], "p-tove": ["*"]}'
    const there = await examined({environment: {SCHOOL_ACCESS, SCHOOL_ACCOUNTS: '{"tenantT": ["acct_A"]}'}})
    expect(await there.check('schools')).toMatchObject({state: 'ok'})
    const strays = await examined({environment: {SCHOOL_ACCESS, SCHOOL_ACCOUNTS: '{"nordlys": ["acct_A"]}'}})
    expect(await strays.check('schools')).toMatchObject({
      state: 'failing',
      finding: 'schools_not_there',
      remedy: 'mend_schools',
      facts: {missing: ['SCHOOL_ACCOUNTS nordlys']},
    })
  })
})

describe('test mode', () => {
  it('is never proof that real money arrives', async () => {
    const {health} = await examined({
      environment: {LIVE: 'false', STRIPE_SECRET_KEY: TEST_KEY},
      keys: [{key: TEST_KEY, permissions: readOnlyPermissions}],
      sessions: [sale({livemode: false})],
    })
    const answer = await health()
    expect(answer.live).toBe(false)
    expect(theCheck(answer, 'mode')).toMatchObject({
      state: 'warning',
      finding: 'mode_test',
      remedy: 'look_at_live',
    })
  })

  it('has links of its own into Stripe’s dashboard', async () => {
    const {check} = await examined({
      environment: {LIVE: 'false', STRIPE_SECRET_KEY: TEST_KEY},
      keys: [{key: TEST_KEY, permissions: readOnlyPermissions}],
      endpoints: [],
    })
    expect((await check('endpoint')).link).toContain('https://dashboard.stripe.com/test/webhooks/create')
  })
})

describe('the dataset', () => {
  it('that nobody reads without a token is private', async () => {
    const {check} = await examined()
    expect(await check('dataset')).toMatchObject({state: 'ok', finding: 'dataset_private'})
  })

  it('that everybody can read fails', async () => {
    const {check} = await examined({visibility: 'public'})
    expect(await check('dataset')).toMatchObject({
      state: 'failing',
      finding: 'dataset_public',
      remedy: 'make_private',
    })
  })
})

describe('the robot’s token', () => {
  it('that may write is tried without writing anything', async () => {
    const {check, lake} = await examined()
    const before = lake.documents().length
    expect(await check('robot_token')).toMatchObject({state: 'ok', finding: 'token_writes'})
    expect(lake.documents()).toHaveLength(before)
  })

  it.each([
    ['looks only', {role: 'viewer'} as const],
    [
      'writes anything but records',
      {grants: [{filter: '_type != "passRepair"', permissions: ['read', 'create', 'update'] as const}]},
    ],
    [
      'creates and does not change',
      {grants: [{filter: '_id in path("**")', permissions: ['read', 'create'] as const}]},
    ],
  ])('that %s fails', async (_what, words) => {
    const grants =
      'grants' in words
        ? words.grants.map(({filter, permissions}) => ({filter, permissions: [...permissions]}))
        : undefined
    const members = withRobot({...('role' in words && {role: words.role}), ...(grants && {grants})})
    const {check} = await examined({members})
    expect(await check('robot_token')).toMatchObject({
      state: 'failing',
      finding: 'token_cannot_write',
      remedy: 'give_role',
    })
  })

  it('that Sanity refuses fails, and what hangs on it cannot be told', async () => {
    const {health} = await examined({environment: {SANITY_WRITE_TOKEN: 'a-token-that-was-deleted'}})
    const answer = await health()
    expect(theCheck(answer, 'robot_token')).toMatchObject({finding: 'token_refused', remedy: 'renew_token'})
    expect(theCheck(answer, 'pass_types')).toMatchObject({state: 'unknown', facts: {why: 'token_refused'}})
    expect(theCheck(answer, 'endpoint')).toMatchObject({state: 'ok'})
  })
})

describe('who may examine', () => {
  it('is whoever may act for the school, one who may only look too', async () => {
    const {send} = await examined()
    expect((await send(HEALTH, {as: vic})).status).toBe(200)
  })

  it('is not the other school’s administrator, and nobody without a session', async () => {
    const {fault, stripe} = await examined()
    expect(await fault(HEALTH, {as: una})).toMatchObject({status: 403, code: 'forbidden'})
    expect(await fault(HEALTH, {as: null})).toMatchObject({status: 401})
    expect(stripe.ledger.requests).toEqual([])
  })

  it('does not get an answer about a school that is not there', async () => {
    const {fault} = await examined({environment: {SCHOOL_ACCESS: '{"viewer": "*"}'}})
    expect(await fault('/v1/schools/tenantX/health', {as: vic})).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })
})
