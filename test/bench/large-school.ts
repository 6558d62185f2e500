import {readFileSync} from 'node:fs'
import {toPayment} from '../../functions/stripe/to-payment.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'

type Json = Record<string, unknown>

const NOW_SECONDS = Date.parse('2026-03-10T12:00:00Z') / 1_000
const DAY_SECONDS = 86_400
export const NOW = NOW_SECONDS * 1_000
const SCHOOL = 'tenantT'
const PAGE = 100

/** A real answer of the API, as a scenario holds it: what is parsed must be as long as the real thing. */
const scenario = JSON.parse(
  readFileSync(new URL('../scenarios/01-paid-clip-card-nothing-granted.json', import.meta.url), 'utf8'),
)
const base = JSON.parse(readFileSync(new URL('../scenarios/fixtures/base.json', import.meta.url), 'utf8'))
const TEMPLATE: string = JSON.stringify(scenario.payments[0])
const SESSION: string = scenario.payments[0].id
const INTENT: string = scenario.payments[0].payment_intent.id
const CHARGE: string = scenario.payments[0].payment_intent.latest_charge.id

/** What goes wrong, three times in a hundred, in turn. */
const KINDS = [
  'missing',
  'twice',
  'wrongPass',
  'wrongType',
  'badEnd',
  'noSchool',
  'noName',
  'refunded',
  'byHand',
  'leftover',
  'emailOnly',
  'deletedPass',
  'noPayment',
  'testMoney',
  'otherSchool',
] as const
type Kind = (typeof KINDS)[number] | 'granted'

export type LargeSchoolOptions = {
  payments: number
  students: number
  /** Every student shares one email with this many others. Default 1: nobody does. */
  sharing?: number
}

/** Not every fate is a mismatch by now: of these, three in a hundred sales are. */
const EVERY = 70

/** What became of the n-th sale. */
function kindOf(at: number): Kind {
  const turn = Math.floor(at / EVERY) * 3 + (at % EVERY)
  return at % EVERY < 3 ? (KINDS[turn % KINDS.length] ?? 'granted') : 'granted'
}

function emailOf(student: number, sharing: number): string {
  return `student${student - (student % sharing)}@example.com`
}

/** JSON text of one page of sessions, as the API answers it. */
export function sessionPage(page: number, {payments, students, sharing = 1}: LargeSchoolOptions): string {
  const sessions: string[] = []
  for (let at = page * PAGE; at < Math.min(payments, (page + 1) * PAGE); at += 1) {
    sessions.push(sessionText(at, at % students, sharing))
  }
  return `{"object":"list","data":[${sessions.join(',')}],"has_more":true,"url":"/v1/checkout/sessions"}`
}

export function pagesOf({payments}: LargeSchoolOptions): number {
  return Math.ceil(payments / PAGE)
}

function createdAt(at: number): number {
  // Two years of sales, the newest an hour ago.
  return NOW_SECONDS - 3_600 - ((at * 613) % (730 * DAY_SECONDS))
}

function sessionText(at: number, student: number, sharing: number): string {
  const kind = kindOf(at)
  let text = TEMPLATE.replaceAll(SESSION, `cs_live_${at}`)
    .replaceAll(INTENT, `pi_${at}`)
    .replaceAll(CHARGE, `ch_${at}`)
    .replaceAll('user_A', `user_${student}`)
    .replaceAll('ada.lind@example.com', emailOf(student, sharing))
    .replaceAll(/1772359\d{3}/g, String(createdAt(at)))
  if (kind === 'refunded') text = text.replace('"amount_refunded":0', '"amount_refunded":200000')
  if (kind === 'deletedPass') text = text.replaceAll('"P3"', '"P_gone"')
  if (kind === 'testMoney') text = text.replaceAll('"livemode":true', '"livemode":false')
  if (kind === 'otherSchool') text = text.replaceAll('"tenantT"', '"tenantU"')
  if (kind === 'emailOnly' || sharing > 1) text = text.replaceAll(/"userId":"[^"]*",?/g, '')
  return text
}

/** The documents of the dataset, one after the other. */
export function* documentsOf({payments, students, sharing = 1}: LargeSchoolOptions): Generator<Json> {
  for (const document of base.documents) yield document
  const head = {_rev: 'rev', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
  for (let at = 0; at < students; at += 1) {
    const name = `Student ${at}`
    const email = emailOf(at, sharing)
    yield {
      ...head,
      _id: `u${at}x`,
      _type: 'user',
      clerkId: `user_${at}`,
      email,
      name,
      role: 'student',
      isActive: true,
    }
  }
  for (let at = 0; at < payments; at += 1) yield* entitlementsOf(at, `u${at % students}x`)
}

function* entitlementsOf(at: number, student: string): Generator<Json> {
  const kind = kindOf(at)
  if (kind === 'missing' || kind === 'emailOnly' || kind === 'deletedPass' || kind === 'otherSchool') return
  const from = createdAt(at)
  const iso = (seconds: number): string => new Date(seconds * 1_000).toISOString()
  const right: Json = {
    _id: `sub${at}`,
    _type: 'subscription',
    _rev: `rev${at}`,
    _createdAt: iso(from + 52),
    _updatedAt: iso(from + 52),
    user: {_type: 'reference', _ref: student},
    tenant: {_type: 'reference', _ref: SCHOOL},
    type: 'clipcard',
    startDate: iso(from),
    endDate: iso(from + 90 * DAY_SECONDS),
    passId: 'P3',
    passName: '10 Single Clip Card',
    purchasePrice: 2000,
    remainingClips: at % 11,
    isActive: true,
    stripeSessionId: `cs_live_${at}`,
    stripePaymentId: `pi_${at}`,
    createdViaWebhook: true,
    webhookEventId: `evt_${at}`,
  }
  const {stripeSessionId: _session, stripePaymentId: _payment, ...withoutIds} = right
  const damaged: Partial<Record<Kind, Json>> = {
    wrongPass: {...right, passId: 'P2', passName: 'Open week Trial Pass'},
    wrongType: {...right, type: 'single', remainingClips: 1},
    badEnd: {...right, endDate: right['startDate']},
    noSchool: {...right, tenant: null},
    noName: {...right, passName: null},
    byHand: withoutIds,
    noPayment: {...right, stripeSessionId: `made_up_${at}`, stripePaymentId: null},
  }
  yield damaged[kind] ?? right
  if (kind === 'twice') yield {...right, _id: `sub${at}b`}
  if (kind === 'leftover') yield {...withoutIds, _id: `sub${at}b`}
}

/** The facts of a school of this size, parsed as the function parses them. */
export function largeSchool(options: LargeSchoolOptions): Facts {
  const payments: Payment[] = []
  for (let page = 0; page < pagesOf(options); page += 1) {
    for (const session of JSON.parse(sessionPage(page, options)).data) {
      const payment = toPayment(session, 'acct_A')
      if (!('source' in payment)) payments.push(payment)
    }
  }
  const ledger = parseDocuments(documentsOf(options), {school: SCHOOL})
  return {...ledger, payments, denied: [], blind: null, read: null}
}
