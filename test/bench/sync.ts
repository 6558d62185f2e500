import {benchStudent} from './bench-student.ts'
import {BENCH_STRIPE, benchSettings} from './bench-world.ts'
import {createClient} from '@sanity/client'
import {createHandler} from '../../functions/index.ts'
import {DAY, HOUR, MINUTE, toIso} from '../../plugin/core/contract/instant.ts'
import {SYNC_ENDPOINTS, type SyncReport} from '../../plugin/core/contract/sync.ts'
import {startLake, type LakeDocument} from '../../studio/local/lake/start-lake.ts'
import {checkoutSession, type SessionSeed} from '../../studio/local/stripe/objects/checkout-session.ts'
import {startStripe} from '../../studio/local/stripe/start-stripe.ts'
import {people, robot} from '../functions/people.ts'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}
import {happenings, type Happening, type Sale} from './sync-days.ts'

const FROM = Date.parse('2026-01-05T00:00:00Z')
const DAYS = 120
const SESSIONS = 7_200
const STUDENTS = 1_500
const MISSED_PERCENT = 0.1
const EVERY = 6 * HOUR
const SECRET = 'secret-of-the-scheduler-on-loopback-only'

export type SyncFigures = {
  /** Payments that at the end are not as a look at everything would have them. */
  wrong: number
  /** To Stripe, of all runs; the webhook's own are not counted. */
  callsPerDay: number
  sessions: number
  runs: number
  /** Payments whose event was never made. */
  missed: number
  repaired: number
  /** Payments that were left to a person. */
  told: number
}

/**
 * Runs the sync four times a day through 120 days of a school whose webhook grants what it hears of, and hears nothing
 * of refunds, disputes and one payment in a thousand.
 */
export async function benchSync(): Promise<SyncFigures> {
  const world = await startWorld()
  try {
    const days = happenings({
      from: FROM,
      days: DAYS,
      sessions: SESSIONS,
      students: STUDENTS,
      missed: MISSED_PERCENT,
    })
    const books = new Map<string, Book>()
    const reports: SyncReport[] = []
    let next = 0
    for (let at = FROM; at <= FROM + DAYS * DAY; at += EVERY) {
      for (let one = days[next]; one !== undefined && one.at < at; one = days[next]) {
        await world.happen(one, bookOf(books, one.sale))
        next += 1
      }
      await world.grantHeard(at)
      reports.push(await world.sync(at, books))
    }
    const calls = world.stripeCalls()
    // What was paid in the last minutes of the last day still has its webhook's time.
    reports.push(await world.sync(FROM + DAYS * DAY + 30 * MINUTE, books))
    const active = world.activeBySession()
    const all = [...books.values()]
    return {
      wrong: all.filter((book) => isWrong(book, active.get(book.sale.id) ?? 0)).length,
      callsPerDay: Math.round((calls / DAYS) * 10) / 10,
      sessions: all.length,
      runs: reports.length,
      missed: all.filter(({sale, paid}) => sale.missed && paid).length,
      repaired: reports.reduce((sum, {counts}) => sum + counts.repaired, 0),
      told: all.filter(({told}) => told > 0).length,
    }
  } finally {
    await world.close()
  }
}

/** What is true of one payment, kept apart from everything that is measured. */
type Book = {
  sale: Sale
  paid: boolean
  /** The money is back with the buyer. */
  isBack: boolean
  /** Since when a person has to know of it; when they were told last. */
  forPerson: number | null
  told: number
}

function bookOf(books: Map<string, Book>, sale: Sale): Book {
  const book = books.get(sale.id) ?? {sale, paid: false, isBack: false, forPerson: null, told: 0}
  books.set(sale.id, book)
  return book
}

function isWrong({paid, isBack, forPerson, told}: Book, active: number): boolean {
  if (forPerson !== null && told < forPerson) return true
  // What a person has to decide stands as it was until they do.
  if (forPerson !== null) return active > 1
  return active !== (paid && !isBack ? 1 : 0)
}

async function startWorld() {
  const clock = {at: FROM}
  const now = (): number => clock.at
  const stripe = await startStripe({...BENCH_STRIPE, sessions: []}, {now})
  const documents = [...base.documents, ...Array.from({length: STUDENTS}, (_, nth) => benchStudent(nth))]
  const lake = await startLake({documents, people}, {now: () => new Date(clock.at)})
  const platform = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token: robot.token,
  })
  const handler = createHandler({
    environment: {
      ...benchSettings(lake),
      SYNC_SECRET: SECRET,
    },
    stripeApi: stripe.sdk,
    lakeHost: lake.url,
    now,
    log: () => undefined,
  })
  let heard: LakeDocument[] = []
  const {control} = stripe

  return {
    close: () => Promise.all([lake.close(), stripe.close()]),
    stripeCalls: () => stripe.ledger.requests.splice(0).length,
    async happen(happening: Happening, book: Book): Promise<void> {
      clock.at = happening.at
      await carryOut(happening)
      note(happening, book)
      const isPaid = happening.what === 'pay' || happening.what === 'money comes'
      if (isPaid && !book.sale.missed) heard.push(passOf(book.sale, happening.at))
    },
    /** What the platform's own webhook has granted by then. */
    async grantHeard(at: number): Promise<void> {
      clock.at = at
      const passes = heard
      heard = []
      if (passes.length === 0) return
      await passes.reduce((sum, pass) => sum.create(pass), platform.transaction()).commit()
    },
    async sync(at: number, books: ReadonlyMap<string, Book>): Promise<SyncReport> {
      clock.at = at
      const response = await handler(
        new Request('https://function.example.com/v1/sync', {
          method: 'POST',
          headers: {authorization: `Bearer ${SECRET}`, 'content-type': 'application/json'},
          body: JSON.stringify({schools: ['tenantT'], write: true}),
        }),
      )
      const {schools} = SYNC_ENDPOINTS.sync.answer.parse(await response.json())
      const [only] = schools
      if (only === undefined || !('report' in only)) throw new Error(JSON.stringify(only))
      for (const {payment} of only.report.left) {
        const book = books.get(payment)
        if (book !== undefined) book.told = at
      }
      return only.report
    },
    activeBySession(): Map<string, number> {
      const active = new Map<string, number>()
      for (const document of lake.documents()) {
        if (document._type !== 'subscription' || document['isActive'] !== true) continue
        const session = String(document['stripeSessionId'])
        active.set(session, (active.get(session) ?? 0) + 1)
      }
      return active
    },
  }

  async function carryOut({what, sale, at}: Happening): Promise<unknown> {
    switch (what) {
      case 'open':
        return control.openCheckout(openSession(sale, at))
      case 'pay':
        return control.completeCheckout(sale.id)
      case 'begin':
        return control.beginPayment(sale.id)
      case 'money comes':
        return control.settlePayment(sale.id, 'paid')
      case 'money fails':
        return control.settlePayment(sale.id, 'failed')
      case 'expire':
        return control.expireCheckout(sale.id)
      case 'refund':
        return control.refund(sale.id)
      case 'refund a part':
        return control.refund(sale.id, {amount: 50_000})
      case 'refund slowly':
        return control.refund(sale.id, {status: 'pending'})
      case 'refund goes through':
        return control.settleRefund(sale.id, 'succeeded')
      case 'refund fails':
        return control.settleRefund(sale.id, 'failed')
      case 'dispute':
        return control.dispute(sale.id)
      case 'dispute won':
        return control.dispute(sale.id, 'won')
      case 'dispute lost':
        return control.dispute(sale.id, 'lost')
      default:
        throw new Error(`nobody knows how to ${String(what satisfies never)}`)
    }
  }
}

function note({what, at}: Happening, book: Book): void {
  if (what === 'pay' || what === 'money comes') book.paid = true
  if (what === 'refund' || what === 'refund slowly') book.isBack = true
  if (what === 'refund a part' || what === 'dispute lost' || what === 'refund fails') book.forPerson = at
}

function openSession({id, student}: Sale, at: number): SessionSeed {
  const metadata = {
    type: 'pass_purchase',
    passId: 'P3',
    passType: 'multi',
    userId: `user_${student}`,
    tenantId: 'tenantT',
  }
  return checkoutSession({
    id,
    account: 'acct_A',
    status: 'open',
    createdAt: toIso(at),
    amount: 200_000,
    email: `student${student}@example.com`,
    name: `Student ${student}`,
    description: '10 Single Clip Card',
    metadata,
    productMetadata: metadata,
  })
}

function passOf({id, student}: Sale, at: number): LakeDocument {
  return {
    _id: `by-webhook-${id}`,
    _type: 'subscription',
    user: {_type: 'reference', _ref: `student${student}`},
    tenant: {_type: 'reference', _ref: 'tenantT'},
    type: 'clipcard',
    startDate: toIso(at),
    endDate: toIso(at + 90 * DAY),
    passId: 'P3',
    passName: '10 Single Clip Card',
    purchasePrice: 2_000,
    remainingClips: 10,
    isActive: true,
    stripeSessionId: id,
  }
}
