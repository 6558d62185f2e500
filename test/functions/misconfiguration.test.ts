import {expect, it, onTestFinished, vi} from 'vitest'
import {createHandler} from '../../functions/index.ts'
import {KEY, setup} from './setup.ts'

it('names every setting that is not set, in one answer', async () => {
  const handler = createHandler({environment: {}, log: () => undefined})
  const response = await handler(
    new Request('https://function.example.com/v1/schools', {headers: {'x-passes-contract': '1'}}),
  )
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({
    error: {
      code: 'misconfigured',
      detail: {settings: 'STRIPE_SECRET_KEY, LIVE, SANITY_PROJECT_ID, SANITY_DATASET, SANITY_WRITE_TOKEN'},
    },
  })
})

it('says it where it is made, before anybody asks: on a host that keeps no process running, too', () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  const {problems} = createHandler({environment: {LIVE: 'sometimes'}})
  expect(problems).toContain('LIVE must be true or false')
  expect(said.mock.calls).toEqual([[expect.stringContaining('  - LIVE must be true or false\n')]])
  expect(String(said.mock.calls)).not.toContain('sometimes')
})

it.each([
  ['STRIPE_SECRET_KEY', 'pk_live_publishable'],
  ['LIVE', 'yes'],
  ['STRIPE_APPLICATION', 'acct_1234567'],
  ['SANITY_PROJECT_ID', 'Demo project'],
  ['SANITY_DATASET', 'no dataset!'],
  ['SCHOOL_ACCESS', '{"p-tove": tenantT}'],
  ['SCHOOL_ACCESS', '{"p-tove": 7}'],
  ['SCHOOL_ACCESS', '{"p-tove": "tenantT"}'],
  ['SCHOOL_ACCESS', '{"p-tove": {"tenantT": true}}'],
  ['SCHOOL_ACCESS', '["p-tove"]'],
  ['SCHOOL_ACCESS', 'null'],
  ['SCHOOL_ACCESS', '"*"'],
  ['SCHOOL_ACCOUNTS', '{"tenantT": ["A"]}'],
  ['SCHOOL_ACCOUNTS', '{"tenantT": ["acct_A"], "tenantU": ["acct_A"]}'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'null'],
  ['ALLOWED_ORIGINS', 'https://studio.example.com/passes'],
  ['STRIPE_WEBHOOK_SECRETS', 'whsec_first, second'],
  ['WEBHOOK_WRITES', 'true'],
  ['AUTO_REVOKE', 'never'],
  ['WEBHOOK_HOSTS', 'https://passes.example.com'],
  ['SYNC_SECRET', 'short'],
  ['STUDENT_SYNC_SECRET', 'short'],
  ['ALERT_WEBHOOK_URL', 'http://alerts.example.com/hook'],
  ['MESSAGE_WEBHOOK_URL', 'mailto:students@example.com'],
  ['DATABASE_URL', 'mysql://passes@db.example.com/passes'],
])('%s=%s is refused by its name, and its value is not repeated', async (setting, value) => {
  const {fault, lines} = await setup({environment: {[setting]: value}})
  const answer = await fault('/v1/schools')
  expect(answer).toMatchObject({status: 500, code: 'misconfigured', detail: {settings: setting}})
  expect(answer.message).not.toContain(value)
  expect(lines).toMatchObject([{code: 'misconfigured', bug: expect.stringContaining(setting)}])
  expect(JSON.stringify(lines)).not.toContain(JSON.stringify(value))
})

it.each([
  [
    'SCHOOL_ACCESS',
    '{"front-desk": ["tenantT"], "administrator": "*", "front-desk": ["tenantU"]}',
    '"front-desk"',
  ],
  ['SCHOOL_ACCESS', '{"front\\u002ddesk": ["tenantT"] , "front-desk" : ["tenantU"]}', '"front-desk"'],
  ['SCHOOL_ACCOUNTS', '{"tenantT": ["acct_A"], "tenantT": ["acct_B"]}', '"tenantT"'],
  ['DOCUMENTS', '{"student": {"fields": {"email": "mail", "name": "full", "email": "post"}}}', '"email"'],
])('%s=%s is refused: which of the two counts is not for chance to say', async (setting, value, key) => {
  const {fault} = await setup({environment: {[setting]: value}})
  const answer = await fault('/v1/schools')
  expect(answer).toMatchObject({code: 'misconfigured', detail: {settings: setting}})
  expect(answer.message).toBe(`${setting} names ${key} twice`)
})

it('lets two objects of one setting have a key of the same name', async () => {
  const value =
    '{"student": {"fields": {"name": "student"}}, "pass": {"fields": {"name": "{\\"name\\": 1}"}}}'
  const {fault} = await setup({environment: {DOCUMENTS: value}})
  expect((await fault('/v1/schools')).message).not.toContain('twice')
})

it.each([
  ['true', 'sk_test_51SchoolPlatformKey'],
  ['false', KEY],
])('refuses LIVE=%s with a key of the other mode', async (live, key) => {
  const {fault} = await setup({environment: {LIVE: live, STRIPE_SECRET_KEY: key}})
  expect(await fault('/v1/schools')).toMatchObject({
    code: 'misconfigured',
    detail: {settings: 'STRIPE_SECRET_KEY, LIVE'},
  })
})

it('takes settings with the line end that a copied secret often has', async () => {
  const {send} = await setup({environment: {STRIPE_SECRET_KEY: `${KEY}\n`}})
  expect((await send('/v1/schools')).status).toBe(200)
})

it('says it to the Studio too: the answer can be read from there', async () => {
  const {send} = await setup({environment: {LIVE: undefined}})
  const response = await send('/v1/schools', {headers: {origin: 'https://studio.example.com'}})
  expect(response.status).toBe(500)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://studio.example.com')
})

it('says it to whoever asks for anything', async () => {
  const {fault} = await setup({environment: {LIVE: undefined}})
  for (const path of ['/v1/schools/tenantT/facts', '/v1/elsewhere', '/']) {
    expect(await fault(path)).toMatchObject({code: 'misconfigured', detail: {settings: 'LIVE'}})
  }
})

it('says that the robot’s token is wrong, not that the person is not signed in', async () => {
  const {fault} = await setup({environment: {SANITY_WRITE_TOKEN: 'a-token-that-was-deleted'}})
  expect(await fault('/v1/schools')).toMatchObject({
    code: 'misconfigured',
    detail: {settings: 'SANITY_WRITE_TOKEN', reason: 'refused_by_sanity'},
  })
})

it('says that there is no such dataset', async () => {
  const {fault} = await setup({environment: {SANITY_DATASET: 'productoin'}})
  expect(await fault('/v1/schools')).toMatchObject({
    code: 'misconfigured',
    detail: {settings: 'SANITY_PROJECT_ID, SANITY_DATASET'},
  })
})
