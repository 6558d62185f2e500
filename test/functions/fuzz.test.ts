import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ENDPOINTS} from '../../plugin/core/contract/endpoints.ts'
import {robot, tove} from './people.ts'
import {KEY, sale, setup} from './setup.ts'

const RUNS = 200
const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant', plan: 'a'.repeat(64)}
const choice = {student: 'u1', pass: 'P3', start: 'today'}

type Named = typeof ENDPOINTS
/** What takes a body: one that is added without a line here is an error of types. Stripe's events have a test of their own. */
type Written = {[Name in keyof Named]: Named[Name] extends {body: unknown} ? Name : never}[keyof Named]

/** A body that each writing endpoint understands, to be spoilt in one place. */
const SOUND = {
  preview: {subject: {payment: paid.id}, kind: 'choose', choice, reason: 'she called'},
  repairs: {...grant, choice, reason: 'she called', batch: 'b'},
  previews: {items: [{subject: {payment: paid.id}, kind: 'grant'}], period: {from: 0, to: 1}},
  batch: {batch: 'b', items: [grant, grant], period: {from: 0, to: 1}},
  remarks: {
    about: paid.id,
    add: {id: '0b8e8f0e-3f5c-4c64-8d0e-6a4d7f1c2b3a', text: 'she called', waiting: true},
  },
  undo: {record: 'passRepair.cs_live_1.1', dryRun: true},
  messages: {record: 'passRepair.cs_live_1.1', state: 'told', channel: 'copy'},
} satisfies Record<Written, unknown>

const ODD_TEXTS = [
  '',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '" || true',
  '$p',
  'drafts.u1',
  '\u0000',
  '\uD800',
  '💃'.repeat(200),
  '<img src=x onerror=alert(1)>',
  'cs_live_' + 'x'.repeat(300),
]
const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({unit: 'binary'}))
const oddValue = fc.oneof(oddText, fc.jsonValue(), fc.constantFrom(-1, 1e308, 2 ** 53, null, [], {}))

/** A sound body with one of its values, at any depth, replaced or taken away. */
function spoilt(body: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(body)
  return fc
    .tuple(fc.constantFrom(...paths), fc.option(oddValue, {nil: undefined}))
    .map(([path, value]) => replaced(body, path, path.length === 0 ? (value ?? null) : value))
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  const below = Object.entries(value).flatMap(([key, one]) => pathsIn(one).map((path) => [key].concat(path)))
  return [[], ...below]
}

function replaced(body: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(body))
    return body.map((one, at) => (String(at) === key ? replaced(one, rest, value) : one))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, one]) => [name, name === key ? replaced(one, rest, value) : one]),
  )
}

/** What an answer must never be or hold. */
async function faultsOf(response: Response): Promise<string[]> {
  const text = await response.text()
  return [
    ...(response.status === 500 ? [`a bug: ${text}`] : []),
    ...(/\bat .+\.(ts|js):\d+|node_modules/.test(text) ? ['a stack trace'] : []),
    ...[KEY, robot.token, tove.token].filter((secret) => text.includes(secret)),
  ]
}

/** A person may ask a hundred times at once: here the clock goes on between two of their requests. */
async function patient(options: Parameters<typeof setup>[0] = {}) {
  const at = await setup(options)
  return {
    ...at,
    send: (...[path, call]: Parameters<typeof at.send>) => {
      at.now.at += 1_000
      return at.send(path, call)
    },
  }
}

describe.each(Object.entries(SOUND))('whatever is sent to %s', (name, body) => {
  const {path} = Object.entries(ENDPOINTS).find(([each]) => each === name)?.[1] ?? {path: ''}
  const address = path.replace(':school', 'tenantT')

  it('is answered with what is wrong, never with a bug', async () => {
    const {send, ofType} = await patient({sessions: [paid]})
    const anything = fc.oneof(
      {weight: 3, arbitrary: spoilt(body).map((one) => JSON.stringify(one))},
      {weight: 1, arbitrary: oddValue.map((one) => JSON.stringify(one))},
      {weight: 1, arbitrary: fc.string()},
    )
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        expect(await faultsOf(await send(address, {body: text}))).toEqual([])
      }),
      {numRuns: RUNS},
    )
    expect(ofType('passRepair')).toEqual([])
  })
})

describe('whatever stands in an address', () => {
  it.each(Object.entries(ENDPOINTS))(
    '%s is answered with what is wrong, never with a bug',
    async (...entry) => {
      const [, {method, path}] = entry
      const {send} = await patient({environment: {STRIPE_WEBHOOK_SECRETS: 'whsec_ofSomeEndpoint'}})
      const addresses = fc
        .tuple(oddText, oddText, fc.dictionary(fc.constantFrom('from', 'to', 'after', 'batch'), oddText))
        .map(([school, id, query]) => {
          const named = path.replace(':school', part(school)).replace(/:(payment|student)/, part(id))
          return `${named}?${new URLSearchParams(query)}`
        })
      await fc.assert(
        fc.asyncProperty(addresses, async (address) => {
          const response = await send(address, method === 'POST' ? {body: {}} : {})
          expect(await faultsOf(response)).toEqual([])
        }),
        {numRuns: RUNS},
      )
    },
  )
})

/** As a browser would write it; half a surrogate pair cannot be written at all. */
function part(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || '-'
}
