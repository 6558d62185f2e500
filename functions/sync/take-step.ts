import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {SyncCursor, Unsettled} from '../../plugin/core/contract/sync-state.ts'
import {isPayment} from '../handlers/readings.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import type {Account, MoneyBack, Reading} from '../ports.ts'
import {judgeReadings} from './judge-readings.ts'
import {laterOf} from './later-of.ts'
import {OVERLAP} from './plan-run.ts'
import type {SyncFound, SyncJob, SyncPlan, SyncStep} from './sync-job.ts'
import {withReadings} from './with-readings.ts'

/** Whatever is not settled by then never will be, or somebody has seen it long since. */
const SETTLES_WITHIN = 120 * DAY
/** A checkout is open for so long at most: whoever was charged later than that after a moment began after it. */
const CHECKOUT_OPEN = DAY

/** What the steps of one run have in common. */
export type SyncWay = {
  of: RequestCase
  rules: {autoRevoke: boolean; transitMinutes: number}
  /** How a repair that did not go through is told. */
  toFaultBody: (error: unknown) => FaultBody
  /** How many calls went to Stripe until now. */
  calls: () => number
}

/**
 * Takes the next step of a run: reads one page, judges what is on it and, where the run writes, repairs what is beyond
 * doubt. Taken twice, it writes nothing twice.
 *
 * @returns the run after it; null where no step is left
 * @throws Fault whatever kept the page from being read: then nothing of it counts
 */
export async function takeStep(way: SyncWay, job: SyncJob): Promise<SyncJob | null> {
  const [step, ...others] = job.steps
  if (step === undefined) return null
  const before = way.calls()
  const {found, next} =
    step.read === 'refunds' || step.read === 'disputes'
      ? await readMoneyBack(way, job, step)
      : await readSessions(way, job, step)
  const counts = {...found.counts, calls: found.counts.calls + way.calls() - before}
  const steps = next === null || step.read === 'again' ? others : [{...step, after: next}, ...others]
  return {...job, steps, found: {...found, counts}}
}

type Taken = {found: SyncFound; next: string | null}
type SessionStep = Extract<SyncStep, {read: 'sessions' | 'again'}>
type MoneyBackStep = Extract<SyncStep, {read: 'refunds' | 'disputes'}>

async function readSessions(way: SyncWay, {plan, found}: SyncJob, step: SessionStep): Promise<Taken> {
  const {payments} = way.of
  const {account} = step
  const {readings, awaited, next} =
    step.read === 'sessions'
      ? await payments.page(account, step.from, step.after)
      : {...(await payments.again(account, step.ids)), next: null}
  const outcomes = await judgeReadings(way, plan, {account, readings})
  const after = withReadings(found, {plan, account, readings, awaited, outcomes})
  return {found: withNewest(after, 'sessions', readings.filter(isPayment)), next}
}

async function readMoneyBack(way: SyncWay, {plan, found}: SyncJob, step: MoneyBackStep): Promise<Taken> {
  const {account, read} = step
  const {items, next} = await way.of.payments.moneyBack(account, read, step)
  const since = {newSince: plan.newSince[read], sessionsRead: found.newest.sessions ?? 0}
  const news = items.filter((item) => isNews(item, plan, since))
  const readings = await paidFor(way.of, account, news)
  const outcomes = await judgeReadings(way, plan, {account, readings})
  const after = withReadings(found, {plan, account, readings, awaited: [], outcomes})
  const open = read === 'refunds' ? 'openRefunds' : 'openDisputes'
  const {counts} = after
  const {newest} = withNewest(after, read, items)
  return {
    found: {
      ...after,
      newest,
      seen: [...after.seen, ...nearlyAsNew(items, newest[read])],
      [open]: [...after[open], ...stillOpen(items, account, plan)],
      counts: {...counts, [read]: counts[read] + items.length},
    },
    next,
  }
}

function withNewest(
  found: SyncFound,
  kind: keyof SyncCursor,
  items: readonly {createdAt: number}[],
): SyncFound {
  const newest = laterOf(found.newest[kind], ...items.map(({createdAt}) => createdAt))
  return {...found, newest: {...found.newest, [kind]: newest}}
}

function nearlyAsNew(items: readonly MoneyBack[], newest: number | null): string[] {
  return items.filter(({createdAt}) => createdAt >= (newest ?? 0) - OVERLAP).map(({id}) => id)
}

/** Whether its payment is to be judged once more: it is new, was settled since, or the money came back to the school. */
function isNews(
  {id, createdAt, state, paidAt}: MoneyBack,
  {asked, seen, sessionsFrom}: SyncPlan,
  {newSince, sessionsRead}: {newSince: number; sessionsRead: number},
): boolean {
  // Its session was read in this run, and after the money had gone back: a newer one was there to be seen.
  const wasRead = paidAt !== null && paidAt >= sessionsFrom + CHECKOUT_OPEN
  if (wasRead && createdAt < sessionsRead) return false
  if ((createdAt >= newSince && !seen.includes(id)) || state === 'failed') return true
  return state === 'settled' && asked.includes(id)
}

async function paidFor(
  {payments}: RequestCase,
  account: Account,
  items: readonly MoneyBack[],
): Promise<Reading[]> {
  const intents = [...new Set(items.flatMap(({paymentIntent}) => paymentIntent ?? []))]
  const found = await Promise.all(intents.map((intent) => payments.byId(account, intent)))
  return found.filter((reading) => reading !== null)
}

function stillOpen(items: readonly MoneyBack[], account: Account, {at}: SyncPlan): Unsettled[] {
  return items
    .filter(({state, createdAt}) => state === 'open' && createdAt >= at - SETTLES_WITHIN)
    .map(({id, createdAt}) => ({id, account, createdAt}))
}
