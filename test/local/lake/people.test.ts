import {expect, test} from 'vitest'
import type {Lake} from '../../../studio/local/lake/start-lake.ts'
import {ada, clientOf, eve, failureOf, itemError, nora, robot, setup, vic} from './setup.ts'

const lina = {_id: 'lina', _type: 'student', name: 'Lina'}
const record = {_id: 'record.1', _type: 'record'}

test('says who asks, with the roles of a member', async () => {
  const {as} = await setup()
  expect(await as(ada).users.getById('me')).toMatchObject({
    id: 'p-ada',
    email: 'ada@example.com',
    provider: 'google',
    roles: [{name: 'administrator', title: 'Administrator'}],
  })
  expect(await as(nora).users.getById('me')).toMatchObject({id: 'p-nora', roles: []})
  expect(await as(robot).users.getById('me')).toMatchObject({provider: 'sanity-token'})
})

test('tells members about each other', async () => {
  const {as} = await setup()
  expect(await as(vic).users.getById('p-eve')).toMatchObject({displayName: 'Eve Editor'})
})

test.each([ada, eve, robot])('$name may write', async (person) => {
  const {as, lake} = await setup([lina])
  await as(person).patch('lina').set({name: 'X'}).commit()
  expect(lake.documents()).toMatchObject([{name: 'X'}])
})

test.each([
  ['create', (client: ReturnType<typeof clientOf>) => client.create({_type: 'student'})],
  ['update', (client: ReturnType<typeof clientOf>) => client.patch('lina').set({name: 'X'}).commit()],
  ['update', (client: ReturnType<typeof clientOf>) => client.delete('lina')],
  ['create', (client: ReturnType<typeof clientOf>) => client.create({_type: 'student'}, {dryRun: true})],
])('a viewer may not %s', async (permission, write) => {
  const {as, lake} = await setup([lina])
  const failure = await failureOf(write(as(vic)))
  expect(failure.statusCode).toBe(403)
  expect(failure.message).toContain(`permission "${permission}" required`)
  expect(itemError(failure)).toMatchObject({type: 'insufficientPermissionsError', permission})
  expect(lake.documents()).toMatchObject([{name: 'Lina'}])
})

test('a viewer reads everything, drafts and private documents too', async () => {
  const {as} = await setup([lina, record])
  expect(await as(vic).fetch('count(*)', {}, {perspective: 'raw'})).toBe(2)
})

test('a member without a role sees nothing and writes nothing', async () => {
  const {as} = await setup([lina])
  expect(await as(nora).fetch('*')).toEqual([])
  expect(await as(nora).getDocument('lina')).toBeUndefined()
  expect((await failureOf(as(nora).create({_type: 'student'}))).statusCode).toBe(403)
})

test('a Studio reads from the grants what it shows as read-only', async () => {
  const {as} = await setup()
  const grantsOf = (client: ReturnType<typeof clientOf>): Promise<unknown> =>
    client.request({url: '/projects/demo/datasets/demo/acl'})
  expect(await grantsOf(as(vic))).toEqual([{filter: '_id in path("**")', permissions: ['read', 'history']}])
  expect(await grantsOf(as(nora))).toEqual([])
})

test.each([
  ['nobody', {}],
  ['a garbage token', {token: 'garbage'}],
])('%s gets 401 from a private dataset', async (_, config) => {
  const {lake} = await setup([lina])
  const stranger = clientOf(lake, config)
  const reading = await failureOf(stranger.fetch('*'))
  const writing = await failureOf(stranger.create({_type: 'student'}))
  expect([reading.statusCode, writing.statusCode]).toEqual([401, 401])
  expect(reading.message).toContain('Unauthorized - Session not found')
  expect(lake.documents()).toHaveLength(1)
})

test('nobody is nobody to /users/me, a garbage token is refused', async () => {
  const {lake} = await setup()
  expect(await clientOf(lake).request({url: '/users/me'})).toEqual({})
  const failure = await failureOf(clientOf(lake, {token: 'garbage'}).request({url: '/users/me'}))
  expect(failure.statusCode).toBe(401)
})

test('a public dataset shows strangers what has no dot in its id', async () => {
  const {as} = await setup([lina, record, {...lina, _id: 'drafts.lina'}], {visibility: 'public'})
  expect(await as(null).fetch('*[]._id', {}, {perspective: 'raw'})).toEqual(['lina'])
  expect((await failureOf(as(null).create({_type: 'student'}))).statusCode).toBe(401)
  expect(await as(ada).request({url: '/projects/demo/datasets'})).toMatchObject([{aclMode: 'public'}])
})

test('grants by filter let a custom role write only what it may', async () => {
  const clerk = {
    ...eve,
    id: 'p-clerk',
    token: 'token-of-clerk',
    grants: [
      {filter: '_type == "student"', permissions: ['read', 'create', 'update'] as const},
      {filter: '_type == "pass" && owner == identity()', permissions: ['read'] as const},
    ].map(({filter, permissions}) => ({filter, permissions: [...permissions]})),
  }
  const {as} = await setup(
    [lina, {_id: 'mine', _type: 'pass', owner: 'p-clerk'}, {_id: 'other', _type: 'pass', owner: 'p-ada'}],
    {people: [ada, clerk]},
  )
  expect(await as(clerk).fetch('*[]._id')).toEqual(['lina', 'mine'])
  await as(clerk).patch('lina').set({name: 'X'}).commit()
  expect((await failureOf(as(clerk).patch('mine').set({name: 'X'}).commit())).statusCode).toBe(403)
})

test('signs in by a session, and out', async () => {
  const {lake} = await setup([lina])
  const anonymous = clientOf(lake)
  const {providers} = await anonymous.request({url: '/auth/providers'})
  expect(providers.map((provider: {title: string}) => provider.title)).toEqual([
    'Ada Admin (administrator)',
    'Eve Editor (editor)',
    'Vic Viewer (viewer)',
    'Nora Norole (no role)',
  ])
  const login = await fetch(`${providers[2].url}?origin=${lake.url}/here&withSid=true`, {redirect: 'manual'})
  const [, session = ''] = (login.headers.get('location') ?? '').split('#sid=')
  expect(session.length).toBeGreaterThanOrEqual(20)
  const {token} = await anonymous.request({url: '/auth/fetch', query: {sid: session}})
  expect(token.length).toBeGreaterThanOrEqual(32)
  expect((await failureOf(anonymous.request({url: '/auth/fetch', query: {sid: session}}))).statusCode).toBe(
    401,
  )

  const client = clientOf(lake, {token})
  expect(await client.request({url: '/auth/id'})).toEqual({id: 'p-vic'})
  await client.request({url: '/auth/logout', method: 'POST'})
  expect((await failureOf(client.fetch('*'))).statusCode).toBe(401)
})

test('a login leads back to this machine only', async () => {
  const {lake} = await setup()
  const answer = await fetch(`${lake.url}/v1/auth/login/p-ada?origin=https://example.com`, {
    redirect: 'manual',
  })
  expect(answer.status).toBe(400)
})

async function signIn(lake: Lake, personId: string): Promise<string> {
  const login = await fetch(`${lake.url}/v1/auth/login/${personId}?origin=${lake.url}`, {redirect: 'manual'})
  const [, sid = ''] = (login.headers.get('location') ?? '').split('#sid=')
  const {token} = await clientOf(lake).request({url: '/auth/fetch', query: {sid}})
  return token
}

test("a person's session can expire in the middle; signing in again gives a new one", async () => {
  const {as, lake} = await setup([lina])
  const old = clientOf(lake, {token: await signIn(lake, 'p-ada')})
  lake.faults.revoke('p-ada')
  expect((await failureOf(old.fetch('*'))).statusCode).toBe(401)
  expect((await failureOf(as(ada).patch('lina').set({name: 'X'}).commit())).statusCode).toBe(401)
  expect(await as(eve).fetch('count(*)')).toBe(1)
  const renewed = clientOf(lake, {token: await signIn(lake, 'p-ada')})
  expect(await renewed.fetch('count(*)')).toBe(1)
  expect((await failureOf(old.fetch('*'))).statusCode).toBe(401)
  lake.faults.restore('p-ada')
  expect(await old.fetch('count(*)')).toBe(1)
})

test('who is signed in stays so when the lake is restarted', async () => {
  const first = await setup([lina])
  const token = await signIn(first.lake, 'p-vic')
  const second = await setup([lina])
  expect(await clientOf(second.lake, {token}).request({url: '/auth/id'})).toEqual({id: 'p-vic'})
})

test('remembers what a Studio wants to remember, for each person', async () => {
  const {as} = await setup()
  await as(ada).request({url: '/users/me/keyvalue', method: 'PUT', body: [{key: 'k', value: {a: 1}}]})
  expect(await as(ada).request({url: '/users/me/keyvalue/k,other'})).toMatchObject([
    {key: 'k', value: {a: 1}},
  ])
  expect(await as(eve).request({url: '/users/me/keyvalue/k'})).toEqual([])
})
