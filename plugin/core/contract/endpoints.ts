import {z} from 'zod/mini'
import {webhookAnswer} from './delivery.ts'
import {facts} from './facts.ts'
import {batchRequest, previewsAnswer, previewsRequest} from './batch.ts'
import {healthAnswer, noticesAnswer} from './health.ts'
import {messageAnswer, messageRequest, messageSetup} from './message.ts'
import {overviewAnswer} from './overview.ts'
import {purchaseAnswer} from './purchase.ts'
import {remarkRequest, remarksAnswer} from './remark-schema.ts'
import {keptRecord, preview, previewRequest, receipt, repairRequest} from './repair.ts'
import {school} from './school.ts'

/** Raised when the two ends can no longer understand each other; sent and checked on every request. */
export const CONTRACT_VERSION = '1'
export const CONTRACT_HEADER = 'x-passes-contract'

/** What both ends must agree on: the version and, where a school has a schema of its own, what it is called there. */
export function contractOf(schema: string): string {
  return schema === '' ? CONTRACT_VERSION : `${CONTRACT_VERSION}+${schema}`
}

export const REQUEST_ID_HEADER = 'x-request-id'

/** The media type of the facts stream: one JSON value a line. */
export const NDJSON = 'application/x-ndjson'

/** Who is asking, which schools they may act for, and whether it is real money. */
export const schoolsAnswer = z.object({
  actor: z.object({id: z.string(), name: z.string()}),
  /** False: every screen wears a TEST banner. */
  live: z.boolean(),
  /** The platform's own Stripe application, where it is known: `reconcile` asks for it. */
  application: z.nullish(z.string()),
  schools: z.array(school),
  /** What messages to students are made from. */
  messages: z.optional(messageSetup),
})
export type SchoolsAnswer = z.infer<typeof schoolsAnswer>

/** The facts about one student or one payment. */
export const factsAnswer = z.object({
  facts,
  asOf: z.int(),
  /** False while the school's sessions have not all been searched: then "no payment" must not be said. */
  complete: z.boolean(),
})
export type FactsAnswer = z.infer<typeof factsAnswer>

/** `POST …/undo`. With `dryRun` the answer is a `Preview` and nothing is written; else a `Receipt`. */
export const undoRequest = z.object({
  record: z.string().check(z.minLength(1), z.maxLength(100)),
  dryRun: z.optional(z.boolean()),
})

/** What was done, newest first. `next` is null on the last page, else what to ask with as `after`. */
export const recordsAnswer = z.object({records: z.array(keptRecord), next: z.nullable(z.string())})
export type RecordsAnswer = z.infer<typeof recordsAnswer>

/** Every route as data, read by the function that serves it and by the client that calls it. */
export const ENDPOINTS = {
  schools: {method: 'GET', path: '/v1/schools', answer: schoolsAnswer},
  /** What is remembered of each of them. */
  overview: {method: 'GET', path: '/v1/overview', answer: overviewAnswer},
  /** Streams `FactsPart`s. */
  facts: {method: 'GET', path: '/v1/schools/:school/facts'},
  student: {method: 'GET', path: '/v1/schools/:school/students/:student', answer: factsAnswer},
  /** `:payment` is a session or payment intent id. */
  payment: {method: 'GET', path: '/v1/schools/:school/payments/:payment', answer: factsAnswer},
  /** What is wrong with the installation, before a student notices. */
  health: {method: 'GET', path: '/v1/schools/:school/health', answer: healthAnswer},
  /** As much of it as is known without asking Stripe. */
  notices: {method: 'GET', path: '/v1/schools/:school/notices', answer: noticesAnswer},
  /** How far the first purchase since a moment has come. */
  purchase: {method: 'GET', path: '/v1/schools/:school/purchase', answer: purchaseAnswer},
  preview: {method: 'POST', path: '/v1/schools/:school/preview', body: previewRequest, answer: preview},
  repairs: {method: 'POST', path: '/v1/schools/:school/repairs', body: repairRequest, answer: receipt},
  /** Many previews in one answer, each in its place. */
  previews: {
    method: 'POST',
    path: '/v1/schools/:school/previews',
    body: previewsRequest,
    answer: previewsAnswer,
  },
  /** Streams `BatchPart`s. */
  batch: {method: 'POST', path: '/v1/schools/:school/repairs/batch', body: batchRequest},
  undo: {
    method: 'POST',
    path: '/v1/schools/:school/undo',
    body: undoRequest,
    answer: receipt,
    dryAnswer: preview,
  },
  /** Notes on a repair's record that its student was told, or has confirmed it. */
  messages: {
    method: 'POST',
    path: '/v1/schools/:school/messages',
    body: messageRequest,
    answer: messageAnswer,
  },
  /** What a person says of an entry, for their colleagues. */
  remarks: {
    method: 'POST',
    path: '/v1/schools/:school/remarks',
    body: remarkRequest,
    answer: remarksAnswer,
  },
  /** Called by Stripe, which proves itself by its signature: no header of ours, no browser. */
  webhook: {method: 'POST', path: '/v1/stripe/webhook', answer: webhookAnswer},
  records: {method: 'GET', path: '/v1/schools/:school/records', answer: recordsAnswer},
} as const
