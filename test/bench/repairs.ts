import {createHandler} from '../../functions/index.ts'
import {batchPart, previewsAnswer} from '../../plugin/core/contract/batch.ts'
import {BATCH_AT_MOST} from '../../plugin/core/contract/batch-at-most.ts'
import {CONTRACT_HEADER, CONTRACT_VERSION} from '../../plugin/core/contract/endpoints.ts'
import {preview, receipt, type RepairRequest} from '../../plugin/core/contract/repair.ts'
import {startLake} from '../../studio/local/lake/start-lake.ts'
import {startStripe} from '../../studio/local/stripe/start-stripe.ts'
import {people, tove} from '../functions/people.ts'
import {BENCH_STRIPE, benchSettings} from './bench-world.ts'
import {NOW, repairsSchool, type RepairsSchool} from './repairs-school.ts'

const LATENCY = 50
const MUTATIONS_PER_SECOND = 25
/** The record and the pass. */
const MUTATIONS_A_GRANT = 2
const SCHOOL = 'https://function.example.com/v1/schools/tenantT'

export type RepairsFigures = {
  repairs: number
  payments: number
  seconds: number
  /** All mutations at the 25 a second that Sanity takes. */
  boundSeconds: number
  duplicates: number
  lost: number
  /** Of carrying out; the previews before it read as much once more. */
  stripeCalls: number
  /** Pages of 100 that hold the rows, counted for each request by itself. */
  coveringPages: number
  previews: {seconds: number; stripeCalls: number}
  oneGrant: {stripeCalls: number; sanityCalls: number; sanityCallsWarm: number}
}

/** Measures 500 grants, on a school where 3 % of the payments lack their pass, sent as the page sends them. */
export async function benchRepairs(repairs = 500): Promise<RepairsFigures> {
  // Three more, to be granted one by one.
  const school = repairsSchool({missing: repairs + 3, share: 0.03})
  const world = await startWorld(school)
  try {
    const rows = school.missing.slice(0, repairs)
    const chunks = Array.from({length: Math.ceil(rows.length / BATCH_AT_MOST)}, (_, nth) =>
      rows.slice(nth * BATCH_AT_MOST, (nth + 1) * BATCH_AT_MOST),
    )
    const call = world.instance()
    const previewing = performance.now()
    const shown: RepairRequest[][] = []
    for (const chunk of chunks) shown.push(await previewChunk(call, chunk))
    const previews = {seconds: secondsSince(previewing), stripeCalls: world.stripeCalls()}

    const applying = performance.now()
    let done = 0
    for (const [nth, items] of shown.entries()) done += await applyChunk(call, items, chunks[nth] ?? [])
    const seconds = secondsSince(applying)
    const stripeCalls = world.stripeCalls()
    const held = world.passesOf(rows.map(({payment}) => payment))
    return {
      repairs: done,
      payments: school.sessions.length,
      seconds,
      boundSeconds: (repairs * MUTATIONS_A_GRANT) / MUTATIONS_PER_SECOND,
      duplicates: held.filter((count) => count > 1).length,
      lost: held.filter((count) => count === 0).length,
      stripeCalls,
      coveringPages: coveringPages(school, chunks),
      previews,
      oneGrant: await grantOneByOne(world, school.missing.slice(repairs)),
    }
  } finally {
    await world.close()
  }
}

type Chunk = RepairsSchool['missing']
type Call = (path: string, body: unknown) => Promise<Response>
type World = Awaited<ReturnType<typeof startWorld>>

async function startWorld({documents, sessions}: RepairsSchool) {
  const started = performance.now()
  const now = (): number => NOW + performance.now() - started
  const stripe = await startStripe({...BENCH_STRIPE, sessions}, {now, latencyMs: LATENCY, rateLimits: true})
  const lake = await startLake(
    {documents, people},
    {now: () => new Date(now()), mutationsPerSecond: MUTATIONS_PER_SECOND},
  )
  lake.faults.delay({milliseconds: LATENCY, times: Number.POSITIVE_INFINITY})
  const environment = {
    ...benchSettings(lake),
    SCHOOL_ACCESS: JSON.stringify({[tove.id]: ['tenantT']}),
  }
  const counted = (ledger: {requests: unknown[]}): number => ledger.requests.splice(0).length
  return {
    stripeCalls: () => counted(stripe.ledger),
    sanityCalls: () => counted(lake.ledger),
    /** How many active passes each payment has. */
    passesOf(payments: readonly string[]): number[] {
      const counts = new Map(payments.map((payment) => [payment, 0]))
      for (const document of lake.documents()) {
        const session = String(document['stripeSessionId'])
        const count = document['isActive'] === true ? counts.get(session) : undefined
        if (count !== undefined) counts.set(session, count + 1)
      }
      return [...counts.values()]
    },
    /** The function as it starts, and a way to ask it. */
    instance(): Call {
      const handler = createHandler({
        environment,
        stripeApi: stripe.sdk,
        lakeHost: lake.url,
        now,
        log: () => undefined,
      })
      const headers = {
        [CONTRACT_HEADER]: CONTRACT_VERSION,
        authorization: `Bearer ${tove.token}`,
        'content-type': 'application/json',
      }
      return (path, body) =>
        handler(new Request(`${SCHOOL}${path}`, {method: 'POST', headers, body: JSON.stringify(body)}))
    },
    close: () => Promise.all([lake.close(), stripe.close()]),
  }
}

function periodOf(chunk: Chunk) {
  const times = chunk.map(({createdAt}) => createdAt)
  return {from: Math.min(...times), to: Math.max(...times)}
}

function wishOf({payment}: Chunk[number]) {
  return {subject: {payment}, kind: 'grant' as const}
}

async function previewChunk(call: Call, chunk: Chunk): Promise<RepairRequest[]> {
  const response = await call('/previews', {items: chunk.map(wishOf), period: periodOf(chunk)})
  const {items} = previewsAnswer.parse(await response.json())
  return items.map((item) => {
    if ('error' in item) throw new Error(`no preview: ${item.error.code} ${item.error.message}`)
    const {subject, kind, plan} = item.preview
    return {subject, kind, plan}
  })
}

/** @returns how many rows are done */
async function applyChunk(call: Call, items: RepairRequest[], chunk: Chunk): Promise<number> {
  const response = await call('/repairs/batch', {batch: 'bench', items, period: periodOf(chunk)})
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  const parts = lines.map((line) => batchPart.parse(JSON.parse(line)))
  return parts.filter((part) => 'state' in part && part.state === 'done').length
}

async function grantOneByOne(world: World, chunk: Chunk): Promise<RepairsFigures['oneGrant']> {
  const [first, ...others] = chunk
  const call = world.instance()
  if (first === undefined) throw new Error('there is nothing left to grant')
  const cold = await grantOne(world, {call: world.instance(), previewBy: call, one: first})
  let warm = cold
  for (const one of others) warm = await grantOne(world, {call, previewBy: call, one})
  return {...cold, sanityCallsWarm: warm.sanityCalls}
}

async function grantOne(
  {stripeCalls, sanityCalls}: World,
  {call, previewBy, one}: {call: Call; previewBy: Call; one: Chunk[number]},
): Promise<{stripeCalls: number; sanityCalls: number}> {
  const {plan} = preview.parse(await (await previewBy('/preview', wishOf(one))).json())
  stripeCalls()
  sanityCalls()
  receipt.parse(await (await call('/repairs', {...wishOf(one), plan})).json())
  return {stripeCalls: stripeCalls(), sanityCalls: sanityCalls()}
}

/** No reading of whole pages can take fewer calls. */
function coveringPages({sessions}: RepairsSchool, chunks: readonly Chunk[]): number {
  const times = sessions.map(({created}) => created * 1_000)
  return chunks
    .map(periodOf)
    .map(({from, to}) => Math.ceil(times.filter((at) => at >= from && at <= to).length / 100))
    .reduce((sum, pages) => sum + pages, 0)
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 10) / 100
}
