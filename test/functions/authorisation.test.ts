import {describe, expect, it} from 'vitest'
import {schoolsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {eve, tove, una, vic} from './people.ts'
import {adaBuys, FACTS, PREVIEW, REPAIRS, sale, SCHOOL, setup, theOnly} from './setup.ts'

const WRITES = {method: 'POST', body: {}}
const ENDPOINTS: [string, {method?: string; body?: unknown}][] = [
  [FACTS, {}],
  [`${SCHOOL}/students/u1`, {}],
  [`${SCHOOL}/payments/cs_live_1`, {}],
  [PREVIEW, WRITES],
  [REPAIRS, WRITES],
]

describe.each(ENDPOINTS)('%s', (path, options) => {
  it('is closed to the administrator of another school, before anything of this one is read', async () => {
    const {fault, lake, stripe} = await setup()
    const answer = await fault(path, {...options, as: una})
    expect(answer).toMatchObject({status: 403, code: 'forbidden', detail: {school: 'tenantT'}})
    expect(lake.ledger.requests.map((request) => request.path)).toEqual([
      expect.stringContaining('/users/me'),
    ])
    expect(stripe.ledger.requests).toEqual([])
  })

  it('is closed to an editor and a viewer where no setting says who may act', async () => {
    const {fault} = await setup({environment: {SCHOOL_ACCESS: undefined}})
    expect(await fault(path, {...options, as: eve})).toMatchObject({status: 403, code: 'forbidden'})
    expect(await fault(path, {...options, as: vic})).toMatchObject({status: 403, code: 'forbidden'})
  })
})

describe('the schools that somebody sees', () => {
  async function schoolsOf(options: Parameters<typeof setup>[0], as: typeof tove) {
    const {send} = await setup(options)
    const answer = schoolsAnswer.parse(await (await send('/v1/schools', {as})).json())
    return {...answer, schools: answer.schools.map(({id}) => id)}
  }

  it('are those that the setting gives to the person', async () => {
    expect(await schoolsOf({}, una)).toMatchObject({
      actor: {id: 'p-una', name: 'Una Koski'},
      live: true,
      application: null,
      schools: ['tenantU'],
    })
  })

  it('are those that the setting gives to the role', async () => {
    expect((await schoolsOf({}, eve)).schools).toEqual(['tenantT'])
  })

  it('are all for an administrator where there is no setting', async () => {
    const all = await schoolsOf({environment: {SCHOOL_ACCESS: undefined}}, tove)
    expect(all.schools).toEqual(['tenantU', 'tenantT'])
  })

  it('are all where the setting says so', async () => {
    const all = await schoolsOf({environment: {SCHOOL_ACCESS: '{"viewer": "*"}'}}, vic)
    expect(all.schools).toEqual(['tenantU', 'tenantT'])
  })

  it('are not invented from words that every object knows', async () => {
    const {fault} = await setup({environment: {SCHOOL_ACCESS: '{}'}})
    expect(await fault('/v1/schools')).toMatchObject({status: 403, detail: {reason: 'no_school'}})
  })
})

it('says that a school does not exist to whoever may see all', async () => {
  const {fault, stream} = await setup({environment: {SCHOOL_ACCESS: undefined}})
  expect(await fault('/v1/schools/tenantX/payments/cs_live_1')).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  expect(await stream()).not.toHaveLength(0)
})

it('gives an id that is none no chance to reach a query', async () => {
  const {fault, lake} = await setup({environment: {SCHOOL_ACCESS: undefined}})
  const answer = await fault(`/v1/schools/${encodeURIComponent('x" || true')}/payments/cs_live_1`)
  expect(answer).toMatchObject({status: 400, code: 'invalid_request'})
  expect(lake.ledger.requests.map((request) => request.path)).toEqual([expect.stringContaining('/users/me')])
})

it.each(['x" || true || "', "x' || true || '", 'x"] || _type == "user" || "x" in ["x', '*', 'u*', '$school'])(
  'finds nobody by a text that would be a query: %s',
  async (text) => {
    const {stream} = await setup({
      sessions: [
        sale({email: text, metadata: adaBuys(text, {userId: text, upgradeFromSubscriptionId: text})}),
      ],
    })
    const {ledger} = theOnly(await stream(), 'ledger')
    expect(ledger.students.map(({id}) => id).toSorted()).toEqual(['u1', 'u3', 'uStaff'])
    expect(ledger.passes.every(({school}) => school === 'tenantT')).toBe(true)
    expect(ledger.entitlements).toEqual([])
  },
)
