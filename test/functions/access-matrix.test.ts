import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {ENDPOINTS} from '../../plugin/core/contract/endpoints.ts'
import type {FaultCode} from '../../plugin/core/contract/fault.ts'
import {faultBody} from '../../plugin/core/contract/fault-schema.ts'
import {SYNC_ENDPOINTS} from '../../plugin/core/contract/sync.ts'
import type {LakePerson} from '../../studio/local/lake/start-lake.ts'
import {access, eve, nora, odd, robot, tove, una, vic} from './people.ts'
import {type CallOptions, sale, setup, type Setup} from './setup.ts'

const adas = sale()
const veras = sale({
  id: 'cs_live_veras_card',
  account: 'acct_B',
  amount: 8_000,
  currency: 'eur',
  email: 'vera.aalto@example.com',
  name: 'Vera Aalto',
  description: '5 Class Card',
  metadata: {
    type: 'pass_purchase',
    passId: 'PU1',
    passType: 'multi',
    userId: 'user_V',
    tenantId: 'tenantU',
  },
  productMetadata: {},
})

type Home = 'tenantT' | 'tenantU'
const SOLD = {
  tenantT: {payment: adas.id, student: 'u1'},
  tenantU: {payment: veras.id, student: 'uV'},
}

type Outcome = 'ok' | FaultCode
/** What somebody is told at their own school, at the other one, and at one that does not exist. */
type Row = {own: Outcome; other: Outcome; unknown: Outcome}
const row = (own: Outcome, other: Outcome, unknown: Outcome): Row => ({own, other, unknown})

const STRANGER = row('unauthenticated', 'unauthenticated', 'unauthenticated')
const REFUSED = row('forbidden', 'forbidden', 'forbidden')
const AT_HOME = row('ok', 'forbidden', 'forbidden')
const EVERYWHERE = row('ok', 'ok', 'not_found')

/** Who asks, where they belong, and what the reading and the writing endpoints answer them. */
type Who = {
  as: LakePerson | string | null
  home?: Home
  reads: Row
  writes: Row
  environment?: Record<string, string | undefined>
  /** What happened to them before they ask. */
  before?: (at: Setup) => Promise<unknown>
}

const signedOut = async ({lake}: Setup): Promise<unknown> =>
  fetch(`${lake.url}/v1/auth/logout`, {method: 'POST', headers: {authorization: `Bearer ${tove.token}`}})

const revoked = async ({send, lake, now}: Setup): Promise<unknown> => {
  const response = await send('/v1/schools')
  lake.faults.revoke(tove.id)
  now.at += 61_000
  return response.text()
}

const MATRIX: Record<string, Who> = {
  nobody: {as: null, reads: STRANGER, writes: STRANGER},
  garbage: {as: '<script>alert(1)</script>', reads: STRANGER, writes: STRANGER},
  'an API token of another project': {as: 'skOfAnotherProject', reads: STRANGER, writes: STRANGER},
  'a member of the organisation without a role here': {as: nora, reads: REFUSED, writes: REFUSED},
  'an API token of this project': {as: robot, reads: REFUSED, writes: REFUSED},
  'a viewer': {as: vic, reads: AT_HOME, writes: REFUSED},
  'an editor': {as: eve, reads: AT_HOME, writes: AT_HOME},
  'the administrator': {as: tove, reads: AT_HOME, writes: AT_HOME},
  'the administrator of the other school': {as: una, home: 'tenantU', reads: AT_HOME, writes: AT_HOME},
  'an administrator where no setting says who may act': {
    as: tove,
    reads: EVERYWHERE,
    writes: EVERYWHERE,
    environment: {SCHOOL_ACCESS: undefined},
  },
  'an editor where no setting says who may act': {
    as: eve,
    reads: REFUSED,
    writes: REFUSED,
    environment: {SCHOOL_ACCESS: undefined},
  },
  'an administrator whose session was revoked a minute ago': {
    as: tove,
    reads: STRANGER,
    writes: STRANGER,
    before: revoked,
  },
  'an administrator whose session has ended': {
    as: tove,
    reads: STRANGER,
    writes: STRANGER,
    before: signedOut,
  },
}

type Ask = {kind: 'reads' | 'writes'; path: string; body?: (at: Setup, home: Home) => Promise<unknown>}

const wish = (home: Home) => ({subject: {payment: SOLD[home].payment}, kind: 'grant'})
const planned = async (at: Setup, home: Home) => {
  const {plan} = await asOneWhoMay(at, home, {to: 'preview', body: wish(home), answer: hasPlan})
  return {...wish(home), plan}
}
const done = async (at: Setup, home: Home) => {
  const body = await planned(at, home)
  const {record} = await asOneWhoMay(at, home, {to: 'repairs', body, answer: hasRecord})
  return {record: record.id}
}
const hasPlan = z.object({plan: z.string()})
const hasRecord = z.object({record: z.object({id: z.string()})})

/** Each endpoint about a school: one that is added without a line here is an error of types. */
const ASKS: Record<Exclude<keyof typeof ENDPOINTS, 'schools' | 'overview' | 'webhook'>, Ask> = {
  facts: {kind: 'reads', path: ENDPOINTS.facts.path},
  student: {kind: 'reads', path: ENDPOINTS.student.path},
  payment: {kind: 'reads', path: ENDPOINTS.payment.path},
  records: {kind: 'reads', path: ENDPOINTS.records.path},
  health: {kind: 'reads', path: ENDPOINTS.health.path},
  notices: {kind: 'reads', path: ENDPOINTS.notices.path},
  purchase: {kind: 'reads', path: ENDPOINTS.purchase.path},
  preview: {kind: 'reads', path: ENDPOINTS.preview.path, body: async (_, home) => wish(home)},
  previews: {kind: 'reads', path: ENDPOINTS.previews.path, body: async (_, home) => ({items: [wish(home)]})},
  repairs: {kind: 'writes', path: ENDPOINTS.repairs.path, body: planned},
  batch: {
    kind: 'writes',
    path: ENDPOINTS.batch.path,
    body: async (at, home) => ({batch: 'b', items: [await planned(at, home)]}),
  },
  messages: {
    kind: 'writes',
    path: ENDPOINTS.messages.path,
    body: async (at, home) => ({...(await done(at, home)), state: 'told', channel: 'copy'}),
  },
  remarks: {
    kind: 'writes',
    path: ENDPOINTS.remarks.path,
    body: async () => ({
      about: adas.id,
      add: {id: crypto.randomUUID(), text: 'She was called', waiting: true},
    }),
  },
  undo: {kind: 'writes', path: ENDPOINTS.undo.path, body: done},
}

/** What is tried is whether somebody may send this: that it says something sensible is seen to by one who may. */
async function asOneWhoMay<T>(
  {send}: Setup,
  home: Home,
  {to, body, answer}: {to: string; body: unknown; answer: z.ZodType<T>},
): Promise<T> {
  const as = home === 'tenantT' ? odd : una
  return answer.parse(await (await send(`/v1/schools/${home}/${to}`, {body, as})).json())
}

/** The first failure that an answer tells, whichever way: as a whole, of one row, or at the end of a stream. */
async function outcome(response: Response): Promise<Outcome> {
  const lines = (await response.text()).trim().split('\n')
  const told = lines.flatMap((line): FaultCode[] => {
    const parsed = failing.safeParse(JSON.parse(line))
    return parsed.success ? [parsed.data] : []
  })
  return told[0] ?? 'ok'
}
const failing = z.union([
  z.object({error: faultBody}).transform(({error}) => error.code),
  z.object({items: z.tuple([z.object({error: faultBody})])}).transform(({items: [{error}]}) => error.code),
])

describe.each(Object.entries(ASKS))('%s', (_name, {kind, path, body}) => {
  it.each(Object.entries(MATRIX))('asked for by %s', async (_who, who) => {
    const {as, home = 'tenantT', environment = {}, before} = who
    const away = home === 'tenantT' ? 'tenantU' : 'tenantT'
    const ask = async (school: string, of: Home): Promise<Outcome> => {
      const at = await setup({sessions: [adas, veras], environment})
      const options: CallOptions = body === undefined ? {as} : {as, body: await body(at, of)}
      await before?.(at)
      const address = path.replace(':school', school).replace(/:(payment|student)/, (_param, name) => {
        return name === 'payment' ? SOLD[of].payment : SOLD[of].student
      })
      return outcome(await at.send(address, options))
    }
    expect({
      own: await ask(home, home),
      other: await ask(away, away),
      unknown: await ask('tenantX', home),
    }).toEqual(who[kind])
  })
})

describe.each(Object.entries(SYNC_ENDPOINTS))(
  '%s, which a machine asks for by its secret',
  (name, {path}) => {
    const secret = 'a-secret-of-the-machine-that-asks'
    const environment = {[name === 'sync' ? 'SYNC_SECRET' : 'STUDENT_SYNC_SECRET']: secret}
    const address = path.replace(':school', 'tenantT').replace(':student', 'u1')

    it.each(Object.entries(MATRIX))('is closed to %s', async (_who, {as, before}) => {
      const at = await setup({sessions: [adas, veras], environment})
      await before?.(at)
      at.forgetCalls()
      expect(await outcome(await at.send(address, {as, body: {}}))).toBe('unauthenticated')
      expect([...at.lake.ledger.requests, ...at.stripe.ledger.requests]).toEqual([])
    })

    it('is open to the machine, and its secret opens nothing else', async () => {
      const {send} = await setup({sessions: [adas, veras], environment})
      expect(await outcome(await send(address, {as: secret, body: {}}))).toBe('ok')
      const other = Object.values(SYNC_ENDPOINTS).find((one) => one.path !== path)?.path ?? ''
      expect(await outcome(await send(other, {as: secret, body: {}}))).toBe('misconfigured')
      expect(await outcome(await send('/v1/schools', {as: secret}))).toBe('unauthenticated')
    })
  },
)

const listed = z.object({schools: z.array(z.object({id: z.string()}))})
const overseen = z
  .object({schools: z.array(z.object({school: z.string()}))})
  .transform(({schools}) => ({schools: schools.map(({school}) => ({id: school}))}))

it.each([
  ['/v1/schools', listed],
  ['/v1/overview', overseen],
])('the schools that are listed by %s are those that somebody may act for', async (path, answer) => {
  const {send} = await setup()
  const schoolsOf = async (as: LakePerson) =>
    answer.parse(await (await send(path, {as})).json()).schools.map(({id}) => id)
  expect(await schoolsOf(tove)).toEqual(access['p-tove'])
  expect(await schoolsOf(una)).toEqual(access['p-una'])
  expect(await outcome(await send(path, {as: null}))).toBe('unauthenticated')
  expect(await outcome(await send(path, {as: nora}))).toBe('forbidden')
  expect(await outcome(await send(path, {as: robot}))).toBe('forbidden')
})
