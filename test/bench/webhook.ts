import Stripe from 'stripe'
import {emptyNotes} from '../../functions/request-log.ts'
import {parseConfig} from '../../functions/config.ts'
import {createDoor} from '../../functions/door.ts'
import {isPayment} from '../../functions/handlers/readings.ts'
import {PATIENCE} from '../../functions/patience.ts'
import {HOUR} from '../../plugin/core/contract/instant.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {type Lake, startLake} from '../../studio/local/lake/start-lake.ts'
import {createRandom, type Random} from '../../studio/local/seed/random.ts'
import {type LocalStripe, startStripe} from '../../studio/local/stripe/start-stripe.ts'
import {people} from '../functions/people.ts'
import {type KillableFunction, startFunction} from './killable-function.ts'
import {type Fate, type WebhookSchool, webhookSchool} from './webhook-school.ts'
import {BENCH_KEY, BENCH_STRIPE, benchSettings} from './bench-world.ts'

const LATENCY = 50
const MUTATIONS_PER_SECOND = 25
const IN_FLIGHT = 4
const SECRET = 'whsec_onLoopbackOnly'
/** Of a hundred answers: lost on their way back, and failing because a far side did. */
const LOST = 15
const FAILING = 15
const ROUNDS_AT_MOST = 20

export type WebhookFigures = {
  deliveries: number
  /** Checkouts whose end differs from what a sweep over everything that was paid leaves, or from what was sold. */
  wrong: number
  /** Events that nobody had answered well when Stripe had told of each as often as it was going to. */
  undeliveredBeforeReplay: number
  /** Of the answers while both far sides were well and 50 ms away; starting anew after being killed counts. */
  p99Ms: number
}

/**
 * Measures a busy evening: 300 checkouts, each event told twice or oftener in any order, three in ten answers failing,
 * and the process killed twice in the middle. Then Stripe comes again, until everything was taken.
 */
export async function benchWebhook({sessions = 300, deliveries = 700} = {}): Promise<WebhookFigures> {
  const school = webhookSchool(sessions, Date.now())
  const world = await startWorld(school)
  const random = createRandom(20_260_310)
  const taken = new Set<string>()
  const times: number[] = []
  try {
    const events = await happen(world, school)
    const queue = shuffled(doubled(events, deliveries), random)
    const failing = {now: 0, ever: 0}
    const tell = async (event: Stripe.Event): Promise<void> => {
      const trouble = disturb(world, random)
      const share = trouble === 'failing' ? 1 : 0
      failing.ever += share
      failing.now += share
      const before = failing.now > 0 ? null : failing.ever
      const started = performance.now()
      const isTaken = await deliver(world, event)
      // What fails for one may have been meant for another that was on its way.
      if (failing.ever === before) times.push(performance.now() - started)
      failing.now -= share
      if (isTaken && trouble !== 'lost') taken.add(event.id)
    }
    const third = Math.floor(deliveries / 3)
    const kill = (): Promise<void> => world.running.kill()
    await inFlight(queue.slice(0, third), tell, kill)
    await inFlight(queue.slice(third, 2 * third), tell, kill)
    await inFlight(queue.slice(2 * third), tell, null)
    calm(world)
    const undelivered = events.filter(({id}) => !taken.has(id))
    for (let round = 0, left = undelivered; left.length > 0 && round < ROUNDS_AT_MOST; round += 1) {
      for (const event of left) if (await deliver(world, event)) taken.add(event.id)
      left = left.filter(({id}) => !taken.has(id))
    }
    const sorted = times.toSorted((a, b) => a - b)
    return {
      deliveries: queue.length,
      wrong: await wrongIn(world, school),
      undeliveredBeforeReplay: undelivered.length,
      p99Ms: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    }
  } finally {
    await world.close()
  }
}

type World = Awaited<ReturnType<typeof startWorld>>

async function startWorld({documents, checkouts}: WebhookSchool) {
  const open = checkouts.filter(({fate}) => fate === 'expired').map(({session}) => session)
  const stripe: LocalStripe = await startStripe(
    {...BENCH_STRIPE, sessions: open},
    {latencyMs: LATENCY, rateLimits: true},
  )
  const lake: Lake = await startLake({documents, people}, {mutationsPerSecond: MUTATIONS_PER_SECOND})
  lake.faults.delay({milliseconds: LATENCY, times: Number.POSITIVE_INFINITY})
  const environment = {
    ...benchSettings(lake),
    STRIPE_WEBHOOK_SECRETS: SECRET,
    WEBHOOK_WRITES: 'on',
  }
  const running: KillableFunction = await startFunction({
    ...environment,
    LAKE_HOST: lake.url,
    STRIPE_PORT: String(stripe.sdk.port),
  })
  return {
    stripe,
    lake,
    running,
    environment,
    close: () => Promise.all([running.close(), lake.close(), stripe.close()]),
  }
}

/** Everything that was paid, given back or let go, as events. Nobody is told of them yet. */
async function happen({stripe}: World, {checkouts}: WebhookSchool): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = []
  for (const {session, fate} of checkouts) {
    if (fate === 'expired') events.push(await stripe.control.expireCheckout(session.id))
    else events.push(await stripe.control.sell(session))
    if (fate === 'given_back') events.push(await stripe.control.refund(session.id))
  }
  return events
}

/** Each of them twice, and some oftener. */
function doubled(events: readonly Stripe.Event[], deliveries: number): Stripe.Event[] {
  return Array.from({length: deliveries}, (_, nth) => events[nth % events.length]).filter(
    (event) => event !== undefined,
  )
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({item, at: random.between(0, 1_000_000)}))
    .toSorted((a, b) => a.at - b.at)
    .map(({item}) => item)
}

/** A few at once, as Stripe does; in the middle something may happen to the one who listens. */
async function inFlight(
  events: readonly Stripe.Event[],
  tell: (event: Stripe.Event) => Promise<void>,
  inTheEnd: (() => Promise<void>) | null,
): Promise<void> {
  const waiting = [...events]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await tell(next)
  }
  const working = Promise.all(Array.from({length: IN_FLIGHT}, work))
  if (inTheEnd === null) {
    await working
    return
  }
  while (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
  // The last few are on their way: whatever they were doing ends here.
  await inTheEnd()
  await working
}

/** What goes wrong with the next answer, if anything. */
function disturb({lake, stripe}: World, random: Random): 'lost' | 'failing' | null {
  const drawn = random.between(0, 99)
  if (drawn < LOST) return 'lost'
  if (drawn >= LOST + FAILING) return null
  const troubles = [
    () => stripe.faults.next({status: 500, times: 4}),
    () => lake.faults.fail({path: '/data/mutate/', status: 503}),
    // It is written, and nobody hears of it.
    () => lake.faults.fail({path: '/data/mutate/', status: 502, when: 'after'}),
  ]
  troubles[drawn % troubles.length]?.()
  return 'failing'
}

function calm({lake, stripe}: World): void {
  stripe.faults.clear()
  lake.faults.clear()
}

const {webhooks} = new Stripe(BENCH_KEY)

/** Whether it was answered well. */
async function deliver({running: {url}}: World, event: Stripe.Event): Promise<boolean> {
  const body = JSON.stringify(event, null, 2)
  const signature = webhooks.generateTestHeaderString({payload: body, secret: SECRET})
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature},
      body,
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    // Killed while it was at it.
    return false
  }
}

/** How many active passes a checkout earns in the end. */
const EARNED: Readonly<Record<Fate, number>> = {bought: 1, given_back: 0, expired: 0, class: 0}

/** Checkouts that a sweep over everything would still repair, that hold more or less than they earn, or twice recorded. */
async function wrongIn(world: World, {checkouts}: WebhookSchool): Promise<number> {
  const facts = await sweep(world)
  const mismatches = new Set(
    reconcile(facts, {now: Date.now(), transitMinutes: 0}).entries.flatMap(({key, verdict}) =>
      isMismatch(verdict) ? [key] : [],
    ),
  )
  return checkouts.filter(({session: {id}, fate}) => {
    const active = facts.entitlements.filter((held) => held.session === id && held.active)
    const grants = facts.records.filter(({payment, kind}) => payment === id && kind === 'grant')
    return mismatches.has(id) || active.length !== EARNED[fate] || grants.length > 1
  }).length
}

/** All of the school, read at once. */
async function sweep({environment, stripe, lake}: World): Promise<Facts> {
  const {config} = parseConfig(environment)
  if (config === null) throw new Error('the settings are wrong')
  const ways = {stripeApi: stripe.sdk, lakeHost: lake.url, patience: PATIENCE}
  const door = createDoor({config, ...ways, now: Date.now})
  const {payments, ledger} = (await door.robot('sync', emptyNotes())).about('tenantT')
  const to = Date.now() + HOUR
  const readings = await payments.created('acct_A', {from: to - 24 * HOUR, to})
  const book = ledger.open('tenantT')
  await book.readBasics()
  await book.readWhole()
  await book.add({})
  const known = book.ledger()
  return {...known, payments: readings.filter(isPayment), denied: [], blind: null, read: null}
}
