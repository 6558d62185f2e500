import v8 from 'node:v8'
import vm from 'node:vm'
import Stripe from 'stripe'
import {readMonths} from '../../functions/handlers/read-months.ts'
import type {Period, Reading} from '../../functions/ports.ts'
import {createAsk} from '../../functions/stripe/ask.ts'
import {createStripe} from '../../functions/stripe/client.ts'
import {createPace} from '../../functions/stripe/pace.ts'
import {createPayments} from '../../functions/stripe/payments.ts'
import {periodOf, type BusySchool} from './busy-school.ts'
import {benchSyncEngine, type Peer} from './peers.ts'
import {startFarStripe, type FarStripe} from './start-far-stripe.ts'

const KEY = 'sk_live_onLoopbackOnly'
const LATENCY = 100
const PER_SECOND = 25
const PAGE = 100
const FOR_PEERS = 1_000
const EXPAND = ['data.line_items', 'data.payment_intent.latest_charge']

export type ScanFigures = {
  calls: number
  minimumCalls: number
  /** Stretches of time that were read side by side; each may cost one call more. */
  windows: number
  seconds: number
  /** All minimum calls at the 25 a second that Stripe allows. */
  boundSeconds: number
  /** The same sessions, one page after the other. */
  sequentialSeconds: number
  /** Calls that Stripe refused for their rate. */
  throttled: number
  heapBytesPerPayment: number
  /** Each reading the same newest thousand sessions. */
  peers: Peer[]
}

/** Measures reading four months of a school with 20,000 sessions, 100 ms away. */
export async function benchScan(sales = 20_000): Promise<ScanFigures> {
  const school = {account: 'acct_A', sales, days: 120, until: Date.now()}
  const far = await startFarStripe({key: KEY, latencyMs: LATENCY, schools: [school]})
  try {
    const newest = periodOf(school, FOR_PEERS)
    // Also what warms up: from here on only payments are added to what is held.
    const ours = await measure(far, () => readSchool(far, school, newest))
    const before = heldBytes()
    const whole = await measure(far, () => readSchool(far, school, periodOf(school)))
    const heapBytesPerPayment = Math.round((heldBytes() - before) / whole.result.length)
    if (whole.result.length !== sales)
      throw new Error(`${whole.result.length} of ${sales} sessions were read`)
    const sequential = await measure(far, () => readOneByOne(far, school, periodOf(school)))
    const minimumCalls = Math.ceil(sales / PAGE)
    return {
      calls: whole.calls,
      minimumCalls,
      windows: whole.windows,
      seconds: whole.seconds,
      boundSeconds: minimumCalls / PER_SECOND,
      sequentialSeconds: sequential.seconds,
      throttled: whole.throttled,
      heapBytesPerPayment,
      peers: [
        {name: 'sanity-plugin-stripe-passes', calls: ours.calls, seconds: ours.seconds},
        await autoPaging(far, school, newest),
        await benchSyncEngine({
          far,
          key: KEY,
          account: school.account,
          since: Math.ceil(newest.from / 1_000),
          sessions: FOR_PEERS,
        }),
      ],
    }
  } finally {
    far.close()
  }
}

type Measured<Result> = {
  result: Result
  calls: number
  windows: number
  throttled: number
  seconds: number
}

async function measure<Result>(far: FarStripe, work: () => Promise<Result>): Promise<Measured<Result>> {
  await far.calls()
  const from = performance.now()
  const result = await work()
  const seconds = Math.round((performance.now() - from) / 10) / 100
  const calls = await far.calls()
  const windows = new Set(calls.map(({query}) => query.replace(/&starting_after=.*/, '')))
  return {
    result,
    seconds,
    calls: calls.length,
    windows: windows.size,
    throttled: calls.filter(({status}) => status === 429).length,
  }
}

/** As the function reads a school's facts. */
async function readSchool(far: FarStripe, {account}: BusySchool, period: Period): Promise<Reading[]> {
  const payments = createPayments({
    stripe: createStripe(KEY, far.sdk, {timeout: 20_000}),
    ask: createAsk({pace: createPace({live: true}), firstPause: 250, onCall: () => undefined}),
    isStopped: () => false,
  })
  const months = readMonths(payments, [{account, ...period}], {
    isKnown: () => false,
    onProgress: () => Promise.resolve(),
  })
  const readings: Reading[] = []
  for (const {read} of months) readings.push(...(await read).own)
  return readings
}

async function readOneByOne(far: FarStripe, {account}: BusySchool, {from}: Period): Promise<number> {
  const stripe = new Stripe(KEY, far.sdk)
  const created = {gte: Math.ceil(from / 1_000)}
  let sessions = 0
  const list = stripe.checkout.sessions.list({limit: PAGE, created, expand: EXPAND}, {stripeAccount: account})
  for await (const session of list) sessions += session.id === '' ? 0 : 1
  return sessions
}

/** The SDK's own way of reading a list to its end, with all that one of ours brings attached. */
async function autoPaging(far: FarStripe, school: BusySchool, period: Period): Promise<Peer> {
  const {result, calls, seconds} = await measure(far, () => readOneByOne(far, school, period))
  if (result !== FOR_PEERS) throw new Error(`${result} of ${FOR_PEERS} sessions were read`)
  return {name: 'auto-paging', calls, seconds}
}

/** Bytes that are still held once everything else has been let go. */
function heldBytes(): number {
  v8.setFlagsFromString('--expose-gc')
  const collect: () => void = vm.runInNewContext('gc')
  collect()
  collect()
  return v8.getHeapStatistics().used_heap_size
}
